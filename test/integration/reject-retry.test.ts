import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CallAnswer, CallName, CallRequest } from '../../src/shared/contract/calls.ts';
import { AppException, type AppError } from '../../src/shared/result.ts';
import { createApp } from '../../src/main/app.ts';
import { correctionOfRow, countCorrections } from '../../src/main/engine/book/store-correction.ts';
import { recountTables } from '../../src/main/engine/book/book-rows.ts';
import { existingWorkspace, withBook, workspacePaths } from '../../src/main/engine/workspace.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import {
  bookContents,
  bookRows,
  importFixture,
  lensContents,
  lensRows,
  refusal,
  storedRejects,
  type ImportFixture,
} from '../helpers/import-fixture.ts';
import { COLUMN_NAMES, csvText, transaction, transactions, type CsvCells } from '../helpers/transaction-csv.ts';

const app = createApp('0.0.0-test', { now: () => new Date('2025-03-01T00:00:00Z') });

async function call<Name extends CallName>(
  name: Name,
  request: CallRequest<Name>,
  signal?: AbortSignal,
): Promise<CallAnswer<Name>> {
  const result = await app.invoke(name, request, signal === undefined ? {} : { signal });
  if (!result.ok) throw new AppException(result.error.code, result.error.message, result.error.hint);
  return result.value;
}

const cellsOf = ({ workspace }: ImportFixture, id = 1): Promise<CallAnswer<'reject.cells'>> =>
  call('reject.cells', { workspace, id });
const retry = (
  { workspace }: ImportFixture,
  corrections: Record<string, string>,
  id = 1,
): Promise<CallAnswer<'reject.retry'>> => call('reject.retry', { workspace, id, corrections });

async function withReject(content: string, before: readonly CsvCells[] = []): Promise<ImportFixture> {
  const fixture = importFixture();
  if (before.length > 0) await fixture.import(csvText(before));
  await fixture.import(content, { name: 'broken.csv' });
  return fixture;
}

/** What is wrong, by column. */
const problemsOf = ({ cells }: CallAnswer<'reject.cells'>): Record<string, unknown> =>
  Object.fromEntries(cells.filter(({ problem }) => problem !== null).map(({ column, problem }) => [column, problem]));

/** The tables as the books and the lens have them, without what tells imports apart. */
async function tablesOf({ workspace }: ImportFixture): Promise<unknown> {
  const { staging, transform, no_retries, findings } = bookContents(workspace);
  return {
    staging,
    transform,
    no_retries,
    findings: findings.map(({ id, ...finding }) => JSON.stringify(finding)).toSorted(),
    places: bookRows(workspace, 'SELECT id, run_id, line FROM row_places ORDER BY id'),
    ledgers: bookRows(workspace, 'SELECT read, loaded, rejected, duplicates FROM runs ORDER BY id'),
    lens: await lensContents(workspace),
  };
}

describe('the cells of a reject', () => {
  it('come with what is wrong with each', async () => {
    const rows = [transaction(0), transaction(1, { http_code: 'x', score_liqe_near_img: 'bad', service: 'a, "b"' })];
    const found = await cellsOf(await withReject(csvText(rows)));
    expect(found).toMatchObject({ reject: { id: 1, line: 3, column: 'http_code' }, obstacle: null });
    expect(found.cells.map(({ column }) => column)).toEqual(COLUMN_NAMES);
    expect(found.cells.find(({ column }) => column === 'service')).toEqual({
      column: 'service',
      text: 'a, "b"',
      problem: null,
    });
    expect(problemsOf(found)).toEqual({ http_code: 'not-a-number', score_liqe_near_img: 'not-a-number' });
  });

  it('of a conflict have their key marked', async () => {
    const rows = [transaction(0), transaction(0, { service: 'other' })];
    expect(problemsOf(await cellsOf(await withReject(csvText(rows))))).toEqual({
      file_token: 'conflict',
      date: 'conflict',
    });
  });

  it('are read by the settings of the import', async () => {
    const row = transaction(0, { prob_ibeta2_full_near_img: '0,5', http_code: 'x' });
    const found = await cellsOf(await withReject(csvText([row], { delimiter: ';' })));
    expect(problemsOf(found)).toEqual({ http_code: 'not-a-number' });
  });

  it('with a NUL character or a broken quote are shown, and marked', async () => {
    const nul = await withReject(csvText([transaction(0), transaction(1, { service: 'ma\0in' })]));
    expect(problemsOf(await cellsOf(nul))).toEqual({ service: 'nul-character' });
    expect((await cellsOf(nul)).cells[3]).toEqual({ column: 'service', text: 'ma\u2400in', problem: 'nul-character' });
    const quote = await withReject(csvText([transaction(0)]).replace(',text,tok-0', ',"te"xt,tok-0'));
    expect(problemsOf(await cellsOf(quote))).toEqual({ user_name: 'text-after-quote' });
  });

  it.each([
    ['a row with too few cells', `${csvText([transaction(0)])}a,b\n`, /fewer cells than the header/],
    ['a row with too many cells', csvText([transaction(0)]).replace('text', 'text,text'), /more cells than the header/],
    [
      'a row of a file with columns that are not stored',
      `${csvText([transaction(0)], { columns: [...COLUMN_NAMES, 'Ip'] })}a,b\n`,
      /not kept/,
    ],
  ])('of %s cannot be told, and it is said why', async (_, text, why) => {
    const fixture = await withReject(text);
    const { cells, obstacle } = await cellsOf(fixture);
    expect({ cells, obstacle }).toEqual({ cells: [], obstacle: expect.stringMatching(why) as string });
    expect(await refusal(retry(fixture, { service: 'main' }))).toMatchObject({ code: 'USAGE', hint: obstacle });
  });

  it('of a reject that is not there are refused', async () => {
    expect(await refusal(cellsOf(await withReject(csvText(transactions(1))), 7))).toMatchObject({
      code: 'ROW_NOT_FOUND',
    });
  });
});

describe('a corrected reject', () => {
  it('is loaded where its line stands, and moves from rejected to loaded', async () => {
    const rows = transactions(6);
    const broken = rows.map((row, index) => (index === 2 ? { ...row, http_code: 'x', total_time_ms: 'soon' } : row));
    const fixture = await withReject(csvText(broken));
    await fixture.import(csvText(transactions(3, 10)));
    expect(await retry(fixture, { http_code: '200', total_time_ms: '500' })).toEqual({ outcome: 'loaded', row: 3 });
    expect(storedRejects(fixture.workspace)).toEqual([]);
    const whole = importFixture();
    await whole.import(csvText(rows));
    await whole.import(csvText(transactions(3, 10)));
    expect(await tablesOf(fixture)).toEqual(await tablesOf(whole));
    const info = await call('workspace.info', { workspace: fixture.workspace, check: true });
    expect(info.runs[0]?.ledger).toEqual({ read: 6, loaded: 6, rejected: 0, duplicates: 0 });
  });

  it('is remembered as corrected by hand: which columns, when, and what it was', async () => {
    const fixture = await withReject(csvText([transaction(0), transaction(1, { http_code: 'x' })]));
    const [reject] = storedRejects(fixture.workspace);
    await retry(fixture, { http_code: '200', service: 'main' });
    expect(bookRows(fixture.workspace, 'SELECT * FROM corrections')).toEqual([
      {
        id: 1,
        run_id: 1,
        line: 3,
        row_id: 2,
        columns: '["service","http_code"]',
        reason: 'not-a-number',
        column_name: 'http_code',
        raw_text: reject?.rawText,
        corrected_at: '2025-03-01T00:00:00.000Z',
        product_version: '0.0.0-test',
      },
    ]);
    await withBook(existingWorkspace(fixture.workspace), 'read', (book) => {
      expect(correctionOfRow(book, 2)).toEqual({
        columns: ['service', 'http_code'],
        correctedAt: '2025-03-01T00:00:00.000Z',
      });
      expect([correctionOfRow(book, 1), countCorrections(book, 1)]).toEqual([null, 1]);
    });
    const { workspace } = fixture;
    expect((await call('workspace.info', { workspace })).runs[0]?.corrected).toBe(1);
    expect((await call('transaction.read', { workspace, id: 2 })).correction?.columns).toEqual([
      'service',
      'http_code',
    ]);
    expect((await call('transaction.read', { workspace, id: 1 })).correction).toBeNull();
  });

  it('gives what importing the corrected file gives, whatever was wrong', async () => {
    const bad = fc.record({
      process: fc.integer({ min: 0, max: 2 }),
      second: fc.integer({ min: 0, max: 5 }),
      cell: fc.constantFrom(null, null, 'http_code', 'date', 'file_token', 'score_liqe_near_img', 'conflict'),
      score: fc.constantFrom('1.5', '0.5', ''),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(bad, { minLength: 2, maxLength: 8 }), fc.nat(), async (made, seed) => {
        const good = made.map(({ process, second, score }, index) =>
          transaction(index, {
            date: `2025-01-08 10:00:0${second}`,
            procesoConvenioGuid: `p${process}`,
            prob_ibeta2_full_far_img: score,
          }),
        );
        const wrong = good.map((row, index): CsvCells => {
          const cell = made[index]?.cell ?? null;
          if (cell === null || index === 0) return row;
          // The first row is loaded, and none of these can be taken for it.
          if (cell === 'conflict')
            return { ...row, file_token: 'tok-0', date: good[0]?.['date'] ?? '', service: `other-${index}` };
          return { ...row, [cell]: cell === 'file_token' ? '' : 'x' };
        });
        const [fixed, whole] = [importFixture(), importFixture()];
        await fixed.import(csvText(wrong));
        await whole.import(csvText(good));
        const waiting = [...storedRejects(fixed.workspace)];
        while (waiting.length > 0) {
          const [reject] = waiting.splice(seed % waiting.length, 1);
          if (reject === undefined) break;
          const right = good[reject.line - 2] ?? {};
          const names = ['file_token', 'date', 'service', 'http_code', 'score_liqe_near_img'];
          const corrections = Object.fromEntries(names.map((name) => [name, right[name] ?? '']));
          const answer = await retry(fixed, corrections, reject.id);
          expect(answer.outcome).toBe('loaded');
        }
        expect(await tablesOf(fixed)).toEqual(await tablesOf(whole));
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('that could not be cut by its quotes gets a new id and keeps its line', async () => {
    const text = csvText(transactions(3)).replace(',text,tok-1,', ',"te"xt,tok-1,');
    const fixture = await withReject(text);
    await fixture.import(csvText(transactions(2, 20)));
    expect(await retry(fixture, { service: 'main' })).toEqual({
      outcome: 'rejected',
      column: 'user_name',
      reason: 'text-after-quote',
    });
    expect(await retry(fixture, { user_name: 'text' })).toEqual({ outcome: 'loaded', row: 5 });
    expect(bookRows(fixture.workspace, 'SELECT id, run_id, line FROM row_places WHERE id = 5')).toEqual([
      { id: 5, run_id: 1, line: 3 },
    ]);
    await fixture.import(csvText(transactions(2, 30)));
    expect(bookRows(fixture.workspace, 'SELECT id, run_id FROM row_places WHERE id > 4 ORDER BY id')).toEqual([
      { id: 5, run_id: 1 },
      { id: 6, run_id: 3 },
      { id: 7, run_id: 3 },
    ]);
    expect(await lensRows(fixture.workspace, "SELECT id FROM staging WHERE file_token = 'tok-1'")).toEqual([{ id: 5 }]);
  });

  it('mends a NUL character only where it is typed anew', async () => {
    const fixture = await withReject(csvText([transaction(0), transaction(1, { service: 'ma\0in' })]));
    for (const corrections of [{}, { user_name: 'text' }, { service: 'ma\0in' }]) {
      expect(await retry(fixture, corrections)).toEqual({
        outcome: 'rejected',
        column: 'service',
        reason: 'nul-character',
      });
    }
    expect(await retry(fixture, { service: 'main' })).toMatchObject({ outcome: 'loaded' });
  });

  it('that is still wrong is told so and changes nothing', async () => {
    const rows = [transaction(0), transaction(1, { http_code: 'x', date: 'y' })];
    const fixture = await withReject(csvText(rows));
    const [before, files] = [bookContents(fixture.workspace), filesBelow(fixture.workspace)];
    expect(await retry(fixture, { http_code: '2.5', date: '2025-01-08 10:00:00' })).toEqual({
      outcome: 'rejected',
      column: 'http_code',
      reason: 'not-a-whole-number',
    });
    expect(await retry(fixture, { http_code: '200' })).toEqual({
      outcome: 'rejected',
      column: 'date',
      reason: 'not-a-date',
    });
    expect(
      await retry(fixture, { http_code: '200', date: transaction(0)['date'] ?? '', file_token: 'tok-0', service: 'b' }),
    ).toEqual({ outcome: 'rejected', column: null, reason: 'conflict' });
    expect(bookContents(fixture.workspace)).toEqual(before);
    expect(filesBelow(fixture.workspace)).toEqual(files);
  });

  it('that turns out to be known counts as a duplicate', async () => {
    const fixture = await withReject(csvText([transaction(0), transaction(0, { service: 'other' })]));
    expect(await retry(fixture, { service: 'text' })).toEqual({ outcome: 'duplicate' });
    expect(bookRows(fixture.workspace, 'SELECT read, loaded, rejected, duplicates FROM runs')).toEqual([
      { read: 2, loaded: 1, rejected: 0, duplicates: 1 },
    ]);
    expect(storedRejects(fixture.workspace)).toEqual([]);
    expect(bookRows(fixture.workspace, 'SELECT row_id, columns FROM corrections')).toEqual([
      { row_id: null, columns: '["service"]' },
    ]);
    await fixture.import(csvText(transactions(2, 5)));
    expect((await lensContents(fixture.workspace))['staging']).toHaveLength(3);
  });

  it('of an earlier import moves the last attempt of its process', async () => {
    const attempt = (index: number, second: number, changes: CsvCells = {}): CsvCells =>
      transaction(index, { procesoConvenioGuid: 'one', date: `2025-01-08T10:00:0${second}-05:00`, ...changes });
    const fixture = await withReject(csvText([attempt(0, 1), attempt(1, 9, { http_code: 'x' })]));
    await fixture.import(csvText([attempt(2, 5), transaction(30)]));
    await retry(fixture, { http_code: '200' });
    expect(bookRows(fixture.workspace, 'SELECT file_token FROM no_retries ORDER BY id')).toEqual([
      { file_token: 'tok-1' },
      { file_token: 'tok-30' },
    ]);
    expect(
      await lensRows(fixture.workspace, 'SELECT file_token, x_attempt_number AS n FROM transform ORDER BY id LIMIT 3'),
    ).toEqual([
      { file_token: 'tok-0', n: 1 },
      { file_token: 'tok-1', n: 3 },
      { file_token: 'tok-2', n: 2 },
    ]);
    await withBook(existingWorkspace(fixture.workspace), 'read', (book) => {
      expect(recountTables(book)).toEqual({ staging: 4, transform: 4, no_retries: 2 });
    });
  });

  it('is in the lens at once, and in one that is made anew from the book', async () => {
    const fixture = await withReject(csvText([transaction(0, { http_code: 'x' }), transaction(1), transaction(2)]));
    await retry(fixture, { http_code: '200' });
    const live = await lensContents(fixture.workspace);
    rmSync(workspacePaths(fixture.workspace).lens);
    expect(await lensContents(fixture.workspace)).toEqual(live);
    expect(live['staging']?.map((row) => row['id'])).toEqual(['1', '2', '3']);
  });

  it('leaves no file behind', async () => {
    const fixture = await withReject(csvText([transaction(0, { http_code: 'x' }), transaction(1)]));
    const files = filesBelow(fixture.workspace);
    await retry(fixture, { http_code: '200' });
    expect(filesBelow(fixture.workspace)).toEqual(files);
  });

  it('adds what is worth knowing about its row to the findings of its import', async () => {
    const rows = [
      transaction(0, { prob_ibeta2_full_far_img: '1.5', http_code: 'x' }),
      transaction(1, { prob_ibeta2_full_far_img: '1.5' }),
      transaction(2, { summary_code: '9998', http_code: 'x' }),
    ];
    const fixture = await withReject(csvText(rows));
    await retry(fixture, { http_code: '200' }, 1);
    await retry(fixture, { http_code: '200' }, 2);
    expect(bookRows(fixture.workspace, 'SELECT kind, count, first_line FROM findings ORDER BY id')).toEqual([
      { kind: 'out-of-range', count: 2, first_line: 2 },
      { kind: 'unknown-response-code', count: 1, first_line: 4 },
    ]);
  });

  it('cannot be corrected twice', async () => {
    const fixture = await withReject(csvText([transaction(0, { http_code: 'x' })]));
    const both = await Promise.allSettled([retry(fixture, { http_code: '200' }), retry(fixture, { http_code: '201' })]);
    const codes = both.map((one) =>
      one.status === 'fulfilled' ? one.value.outcome : ((one.reason as AppException).error satisfies AppError).code,
    );
    expect(codes.filter((code) => code === 'loaded')).toHaveLength(1);
    expect(codes.some((code) => code === 'ROW_NOT_FOUND' || code === 'WORKSPACE_BUSY')).toBe(true);
    expect(await refusal(retry(fixture, { http_code: '200' }))).toMatchObject({ code: 'ROW_NOT_FOUND' });
    expect(bookRows(fixture.workspace, 'SELECT loaded, rejected FROM runs')).toEqual([{ loaded: 1, rejected: 0 }]);
  });

  it('is refused a column that it does not have, and nothing changes when it is cancelled', async () => {
    const fixture = await withReject(csvText([transaction(0, { http_code: 'x' })]));
    expect(await refusal(retry(fixture, { htp_code: '200' }))).toMatchObject({
      code: 'UNKNOWN_COLUMN',
      hint: 'Did you mean http_code?',
    });
    const before = bookContents(fixture.workspace);
    const cancelled = call(
      'reject.retry',
      { workspace: fixture.workspace, id: 1, corrections: { http_code: '200' } },
      AbortSignal.abort(),
    );
    expect(await refusal(cancelled)).toMatchObject({ code: 'CANCELLED' });
    expect(bookContents(fixture.workspace)).toEqual(before);
  });
});
