import fc from 'fast-check';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../src/main/app.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import { workspacePaths } from '../../src/main/engine/workspace.ts';
import type { CallAnswer, CallRequest } from '../../src/shared/contract/calls.ts';
import { TABLES, type TableName } from '../../src/shared/contract/ledger.ts';
import type { RowOrder, RowSelection } from '../../src/shared/contract/row-selection.ts';
import { blockRecords } from '../../src/shared/row-block-cells.ts';
import { tableColumns } from '../../src/etl/model/table-columns.ts';
import { bookRows, importFile, lensRows } from '../helpers/import-fixture.ts';
import { inOrder, isSelected, type LensCells } from '../helpers/selection-reference.ts';
import { madeRows } from '../helpers/staging-maker.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';
import { csvText, transaction, transactions, type CsvCells } from '../helpers/transaction-csv.ts';

const root = folderOfFile();
const workspace = join(root, 'w.veriscope');
const access = keepOpenAccess();
const app = createApp('0.0.0-test', { access });
afterAll(() => access.dispose());

type Rows = CallAnswer<'grid.rows'>;
type Request = Omit<CallRequest<'grid.rows'>, 'workspace'>;

async function rows(request: Request, from = workspace, by: App = app): Promise<Rows> {
  const answer = await by.invoke('grid.rows', { workspace: from, ...request });
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}

const importRows = (name: string, cells: readonly CsvCells[], into = workspace): Promise<unknown> => {
  writeFileSync(join(root, name), csvText(cells));
  return importFile(into, join(root, name));
};

/** The cells of the book as a grid shows them. */
function bookRecords(table: TableName, from = workspace): readonly Record<string, unknown>[] {
  const truths = tableColumns(table).filter(({ kind }) => kind === 'boolean');
  return bookRows(from, `SELECT * FROM ${table} ORDER BY id`).map((row) => {
    const { x_epoch_us: _, ...cells } = row as Record<string, unknown>;
    for (const { name } of truths) cells[name] = cells[name] === null ? null : cells[name] === 1;
    return cells;
  });
}

beforeAll(async () => {
  // Two imports, with rows kept out of both: the ids have gaps.
  const made = madeRows(150, 11).map(({ cells }) => cells);
  await importRows('first.csv', [...made, transaction(900, { total_time_ms: 'slow' }), ...transactions(40, 1000)]);
  await importRows('second.csv', [transaction(1001, { convenio: 'other' }), ...transactions(40, 2000)]);
});

const allColumns = (table: TableName): string[] => tableColumns(table).map(({ name }) => name);

describe.each(TABLES)('a whole %s in the order of import', (table) => {
  it('comes page by page as the book holds it, with its number of rows', async () => {
    const book = bookRecords(table);
    for (let offset = 0; offset < book.length + 60; offset += 60) {
      const { block, rowCount } = await rows({ table, columns: allColumns(table), offset, limit: 60 });
      expect(blockRecords(block)).toEqual(book.slice(offset, offset + 60));
      expect(rowCount).toBe(book.length);
    }
  });

  it('sends the columns that are asked for, the id first, in their order', async () => {
    const { block } = await rows({
      table,
      columns: ['summary_code', 'date', 'summary_code', 'id'],
      offset: 0,
      limit: 5,
    });
    expect(block.columns.map(({ name }) => name)).toEqual(['id', 'summary_code', 'date']);
    expect(block.rows).toBe(5);
  });
});

it('a whole table without gaps comes from its middle as from its start', async () => {
  const dense = join(root, 'dense.veriscope');
  await importRows('dense.csv', transactions(300), dense);
  const { block, rowCount } = await rows({ table: 'staging', columns: ['file_token'], offset: 250, limit: 10 }, dense);
  expect(blockRecords(block)).toEqual(
    bookRows(dense, 'SELECT id, file_token FROM staging WHERE id BETWEEN 251 AND 260'),
  );
  expect(rowCount).toBe(300);
  await access.release(dense);
});

it('the far pages of a whole table with gaps hold the right rows', async () => {
  const far = join(root, 'far.veriscope');
  const sample = join(root, 'far.csv');
  const written = await app.invoke('sample.write', { rows: 20_500, out: sample });
  expect(written.ok).toBe(true);
  const [header = '', first = '', ...rest] = readFileSync(sample, 'utf8').split('\n');
  writeFileSync(sample, [header, first.replaceAll(/\d{4}-\d\d-\d\dT/g, 'never'), ...rest].join('\n'));
  await importFile(far, sample, { maxRejects: 10 });
  const { block, rowCount } = await rows({ table: 'transform', columns: ['date'], offset: 20_450, limit: 30 }, far);
  expect(blockRecords(block)).toEqual(
    bookRows(far, 'SELECT id, date FROM transform ORDER BY id LIMIT 30 OFFSET 20450'),
  );
  expect(rowCount).toBe(20_499);
  await access.release(far);
}, 60_000);

it('the first pages of a whole table do not wait for the lens', async () => {
  const alone = join(root, 'alone.veriscope');
  await importRows('alone.csv', transactions(50), alone);
  const { lens } = workspacePaths(alone);
  rmSync(lens);
  for (const table of TABLES) {
    const { block } = await rows({ table, columns: ['date'], offset: 10, limit: 5 }, alone, createApp('0.0.0-test'));
    expect(block.rows).toBe(5);
  }
  expect(existsSync(lens)).toBe(false);
});

describe.each(TABLES)('a view of %s', (table) => {
  let known: readonly LensCells[] = [];
  const records = new Map<unknown, Record<string, unknown>>();
  beforeAll(async () => {
    const time = table === 'staging' ? '' : 'REPLACE (CAST("x_local_time" AS VARCHAR) AS "x_local_time")';
    known = await lensRows(workspace, `SELECT * ${time} FROM ${table} ORDER BY id`);
    for (const record of bookRecords(table)) records.set(record['id'], record);
  });
  const expected = (selection: RowSelection, order: RowOrder): readonly unknown[] =>
    inOrder(
      known.filter((row) => isSelected(row, selection, table)),
      order,
      table,
    ).map((row) => records.get(row['id']));

  it('comes page by page in its order, and tells its number of rows from the second reading on', async () => {
    const order = fc.array(
      fc.record({
        column: fc.constantFrom(...allColumns(table), 'id', 'x_epoch_us'),
        direction: fc.constantFrom('ascending' as const, 'descending' as const),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const selection = fc.constantFrom<RowSelection>(
      { filters: [], search: '' },
      { filters: [], search: 'TOK-1' },
      { filters: [{ kind: 'missing', column: 'convenio', missing: false }], search: '' },
      { filters: [{ kind: 'range', column: 'total_time_ms', from: 1, to: 20_000 }], search: '' },
      { filters: [{ kind: 'values', column: 'summary_desc', values: [], exclude: false }], search: '' },
    );
    await fc.assert(
      fc.asyncProperty(order, selection, fc.nat(120), async (by, of, offset) => {
        const view = { table, columns: allColumns(table), selection: of, order: by };
        const all = expected(of, by);
        const page = await rows({ ...view, offset, limit: 50 });
        expect(blockRecords(page.block)).toEqual(all.slice(offset, offset + 50));
        const far = await rows({ ...view, offset: Math.max(951, offset), limit: 50 });
        expect({ rows: far.block.rows, rowCount: far.rowCount }).toEqual({ rows: 0, rowCount: all.length });
        const again = await rows({ ...view, offset, limit: 50 });
        expect(blockRecords(again.block)).toEqual(all.slice(offset, offset + 50));
        const counted = await app.invoke('grid.count', { workspace, table, selection: of });
        expect(counted).toEqual({ ok: true, value: { rows: all.length, ofRows: known.length } });
      }),
      { numRuns: 25 },
    );
  });
});

it('tells at once how many rows a view has whose first page is not full, else leaves it open', async () => {
  const view = {
    table: 'staging' as const,
    columns: ['date'],
    order: [{ column: 'file_token', direction: 'ascending' as const }],
  };
  const fresh = createApp('0.0.0-test', { access });
  const few = await rows(
    { ...view, selection: { filters: [], search: 'tok-2000' }, offset: 0, limit: 50 },
    workspace,
    fresh,
  );
  expect(few).toMatchObject({ rowCount: 1, block: { rows: 1 } });
  expect((await rows({ ...view, offset: 0, limit: 50 }, workspace, fresh)).rowCount).toBeNull();
});

it('shows what an import added, in a view that was shown before', async () => {
  const growing = join(root, 'growing.veriscope');
  const view = { table: 'no_retries' as const, columns: ['file_token'], offset: 0, limit: 100 };
  const sorted = { ...view, order: [{ column: 'date', direction: 'descending' as const }], offset: 951, limit: 50 };
  await importRows('grow-1.csv', transactions(3), growing);
  const before = await rows(sorted, growing);
  expect(before.rowCount).toBe(1);
  await importRows('grow-2.csv', transactions(4, 3), growing);
  const after = await rows(sorted, growing);
  expect(after.rowCount).toBe(3);
  expect(after.stamp).not.toBe(before.stamp);
  const page = await rows({ ...view, order: sorted.order }, growing);
  expect(blockRecords(page.block).map((row) => row['file_token'])).toEqual(['tok-6', 'tok-5', 'tok-2']);
  await access.release(growing);
});

it.each([
  [{ columns: ['convenoi'] }, 'UNKNOWN_COLUMN', /nearest is "convenio"/],
  [{ columns: ['date_hour'] }, 'UNKNOWN_COLUMN', /staging has no column "date_hour"/],
  [{ columns: ['x_epoch_us'] }, 'USAGE', /not kept with them/],
  [{ order: [{ column: 'dat', direction: 'ascending' as const }] }, 'UNKNOWN_COLUMN', /nearest is "date"/],
  [{ selection: { filters: [{ kind: 'range' as const, column: 'convenio', from: 1, to: 2 }] } }, 'USAGE', /a range/],
])('refuses %j', async (request, code, message) => {
  const answer = await app.invoke('grid.rows', { workspace, table: 'staging', columns: [], offset: 0, ...request });
  expect(answer).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(message) as string } });
});
