import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { bookRows, importFixture, lensRows, type TableRow } from '../helpers/import-fixture.ts';
import { csvText, transaction, type CsvCells } from '../helpers/transaction-csv.ts';
import { workspacePaths } from '../../src/main/engine/workspace.ts';

/** The columns that tell of an attempt's place among its fellows. */
const PLACES =
  'x_attempt_number, x_attempts_in_process, x_is_final_attempt, x_seconds_since_previous_attempt, x_without_process';
const BY_TOKEN = `SELECT file_token, ${PLACES} FROM transform ORDER BY file_token`;

/** An attempt at a second of one minute, in one of few processes: ties and late arrivals are frequent. */
function attempt(token: number, process: number | null, second: number): CsvCells {
  return transaction(token, {
    file_token: `tok-${String(token).padStart(4, '0')}`,
    date: `2025-01-08T10:00:${String(second).padStart(2, '0')}-05:00`,
    procesoConvenioGuid: process === null ? '' : `p${process}`,
  });
}

async function imported(
  ...parts: readonly (readonly CsvCells[])[]
): Promise<{ readonly book: readonly TableRow[]; readonly lens: readonly TableRow[] }> {
  const { workspace, import: importText } = importFixture();
  for (const part of parts) await importText(csvText(part));
  return {
    book: bookRows(workspace, 'SELECT file_token FROM no_retries ORDER BY file_token'),
    lens: await lensRows(workspace, BY_TOKEN),
  };
}

describe('a second import', () => {
  it('with further attempts of known processes moves the last attempt, also where they are earlier', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(
      csvText([attempt(1, 1, 10), attempt(2, 2, 10), attempt(3, 3, 10), attempt(4, 4, 10), attempt(5, null, 10)]),
    );
    await importText(
      csvText([attempt(6, 1, 11), attempt(7, 2, 9), attempt(8, 3, 10), attempt(9, null, 11), attempt(10, 5, 1)]),
    );
    const last = ['tok-0002', 'tok-0004', 'tok-0005', 'tok-0006', 'tok-0008', 'tok-0009', 'tok-0010'];
    expect(
      bookRows(workspace, 'SELECT file_token FROM no_retries ORDER BY file_token').map((row) => row['file_token']),
    ).toEqual(last);
    expect(
      await lensRows(
        workspace,
        `SELECT file_token, x_attempt_number AS n, x_attempts_in_process AS m FROM transform WHERE procesoConvenioGuid IN ('p2', 'p4') ORDER BY 1`,
      ),
    ).toEqual([
      { file_token: 'tok-0002', n: 2, m: 2 },
      { file_token: 'tok-0004', n: 1, m: 1 },
      { file_token: 'tok-0007', n: 1, m: 2 },
    ]);
  });

  it('gives what importing both files as one gives', async () => {
    const one = fc.record({
      process: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 6 }),
      second: fc.integer({ min: 0, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 2, maxLength: 24 }), fc.nat(), async (some, cut) => {
        const rows = some.map(({ process, second }, index) => attempt(index, process, second));
        const at = cut % (rows.length + 1);
        const [together, apart] = [await imported(rows), await imported(rows.slice(0, at), rows.slice(at))];
        expect(apart).toEqual(together);
      }),
      { numRuns: 6 },
    );
  });

  it('writes none of the rows anew that it does not concern', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText([attempt(1, 1, 10), attempt(2, 2, 10), attempt(3, 2, 11), attempt(4, null, 12)]));
    // A mark that any rewriting would wipe out: the rows as they are derived do not hold it.
    const book = new Database(workspacePaths(workspace).book);
    for (const table of ['staging', 'transform', 'no_retries']) book.exec(`UPDATE ${table} SET api_hash = 'mark'`);
    book.close();
    await importText(csvText([attempt(5, 2, 20), attempt(6, 3, 1)]));
    const marked = (table: string): readonly unknown[] =>
      bookRows(workspace, `SELECT file_token FROM ${table} WHERE api_hash = 'mark' ORDER BY id`).map(
        (row) => row['file_token'],
      );
    expect(marked('staging')).toEqual(['tok-0001', 'tok-0002', 'tok-0003', 'tok-0004']);
    expect(marked('transform')).toEqual(['tok-0001', 'tok-0002', 'tok-0003', 'tok-0004']);
    expect(marked('no_retries')).toEqual(['tok-0001', 'tok-0004']);
    expect(
      bookRows(workspace, 'SELECT file_token FROM no_retries ORDER BY file_token').map((row) => row['file_token']),
    ).toEqual(['tok-0001', 'tok-0004', 'tok-0005', 'tok-0006']);
  });

  it('gives its rows ids of their own, after those of the first, gaps where rows stayed out', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText([attempt(1, 1, 10), { ...attempt(2, 2, 10), http_code: 'x' }, attempt(3, 2, 11)]));
    await importText(csvText([attempt(4, 3, 1)]));
    const ids = (sql: string): readonly number[] => bookRows(workspace, sql).map((row) => Number(row['id']));
    expect(ids('SELECT id FROM staging ORDER BY id').toSorted((a, b) => a - b)).toEqual(
      ids('SELECT id FROM transform ORDER BY id'),
    );
    expect(ids('SELECT id FROM row_places')).toHaveLength(3);
    const [first, second] = bookRows(workspace, 'SELECT first_id, last_id FROM runs ORDER BY id');
    expect(Number(second?.['first_id'])).toBeGreaterThan(Number(first?.['last_id']));
    const newest = Math.max(...ids('SELECT id FROM staging'));
    expect(newest).toBeGreaterThanOrEqual(Number(second?.['first_id']));
    expect(newest).toBeLessThanOrEqual(Number(second?.['last_id']));
  });
});
