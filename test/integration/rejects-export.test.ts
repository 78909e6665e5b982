import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { RejectsExportRequest, RejectsRequest } from '../../src/shared/contract/calls.ts';
import { ACCESS_PER_CALL } from '../../src/main/engine/workspace-access.ts';
import { exportRejects } from '../../src/main/services/rejects/export-rejects.ts';
import { rejectsOf } from '../../src/main/services/workspace/rejects-of.ts';
import { bookRows, importFixture, refusal, type ImportFixture } from '../helpers/import-fixture.ts';
import { COLUMN_NAMES, csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

interface Filter {
  readonly run?: number;
  readonly reason?: string;
  readonly column?: string;
}

async function exported(
  { workspace, folder }: ImportFixture,
  filter: Filter = {},
  signal = new AbortController().signal,
) {
  const out = join(folder, 'rejects.csv');
  const progress: (number | null)[][] = [];
  const outcome = await exportRejects(RejectsExportRequest.parse({ workspace, out, ...filter }), {
    access: ACCESS_PER_CALL,
    signal,
    onProgress: ({ rows, totalRows }) => progress.push([rows, totalRows]),
  });
  const text = readFileSync(out, 'utf8');
  return { outcome, text, progress, rows: parse<Record<string, string>>(text, { columns: true }) };
}

/** Two imports: a comma's file with every column, and a semicolon's with fewer. */
async function twoImports(): Promise<ImportFixture> {
  const fixture = importFixture();
  const rows = [
    transaction(0),
    transaction(1, { http_code: 'x', service: 'a, "b"\nc' }),
    transaction(0, { service: 'other' }),
    transaction(2, { date: 'never' }),
  ];
  await fixture.import(`${csvText(rows)}too,few\n`, { name: 'first.csv' });
  const columns = COLUMN_NAMES.filter((name) => name !== 'documento').toReversed();
  await fixture.import(csvText([transaction(9, { http_code: '1,5' })], { columns, delimiter: ';' }), {
    name: 'second;.csv',
  });
  return fixture;
}

describe('rejects written to a file', () => {
  it('come with place and reason, then as they stood, in the order of import and line', async () => {
    const { outcome, text, rows } = await exported(await twoImports());
    expect(outcome).toMatchObject({
      format: 'csv',
      rows: 5,
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'source_file',
      'line',
      'column',
      'reason',
      'conflicts_with',
      ...COLUMN_NAMES,
      'raw_text',
    ]);
    const place = ({ source_file, line, column, reason, conflicts_with }: Record<string, string>): string =>
      [source_file, line, column, reason, conflicts_with].join('|');
    expect(rows.map(place)).toEqual([
      'first.csv|3|http_code|not-a-number|',
      'first.csv|5||conflict|first.csv:2',
      'first.csv|6|date|not-a-date|',
      'first.csv|7||too-few-columns|',
      'second;.csv|2|http_code|not-a-whole-number|',
    ]);
    expect(rows[0]).toMatchObject({ service: 'a, "b"\nc', http_code: 'x', file_token: 'tok-1', raw_text: '' });
    expect(rows[3]).toMatchObject({ file_token: '', raw_text: 'too,few' });
    expect(rows[4]).toMatchObject({ http_code: '1,5', documento: '', file_token: 'tok-9', raw_text: '' });
  });

  it('can be of one import, for one reason, of one column; the list asks the same', async () => {
    const fixture = await twoImports();
    const asked = async (filter: Filter): Promise<(number | undefined)[]> => {
      const { rows } = await exported(fixture, filter);
      const list = await rejectsOf(RejectsRequest.parse({ workspace: fixture.workspace, ...filter }), {
        access: ACCESS_PER_CALL,
      });
      expect(list.total).toBe(rows.length);
      expect(list.rejects.map(({ line }) => line)).toEqual(rows.map(({ line }) => Number(line)));
      return list.rejects.map(({ line }) => line);
    };
    expect(await asked({ run: 1 })).toEqual([3, 5, 6, 7]);
    expect(await asked({ run: 2, reason: 'not-a-whole-number' })).toEqual([2]);
    expect(await asked({ column: 'http_code' })).toEqual([3, 2]);
    expect(await asked({ reason: 'conflict' })).toEqual([5]);
    expect(await asked({ run: 3 })).toEqual([]);
  });

  it('are listed page by page', async () => {
    const { workspace } = await twoImports();
    const page = await rejectsOf(RejectsRequest.parse({ workspace, run: 1, limit: 2, offset: 1 }), {
      access: ACCESS_PER_CALL,
    });
    expect([page.total, page.rejects.map(({ line }) => line)]).toEqual([4, [5, 6]]);
  });

  it('can be mended there and imported again', async () => {
    const fixture = await twoImports();
    const { text } = await exported(fixture, { run: 1 });
    const mended = text.replace(',x,', ',200,').replace(',never,', `,${transaction(2)['date']},`);
    const { ledger } = await fixture.import(mended);
    expect(ledger).toEqual({ read: 4, loaded: 2, rejected: 2, duplicates: 0 });
    expect(bookRows(fixture.workspace, "SELECT service FROM staging WHERE file_token = 'tok-1'")).toEqual([
      { service: 'a, "b"\nc' },
    ]);
  });

  it('of which there is none are a header', async () => {
    const fixture = importFixture();
    await fixture.import(csvText(transactions(2)));
    const { outcome, text } = await exported(fixture);
    expect([outcome.rows, text.split('\n').length]).toEqual([0, 2]);
  });

  it('are many without being held at once, and the way is told', async () => {
    const fixture = importFixture();
    await fixture.import(csvText(Array.from({ length: 2500 }, (_, index) => transaction(index, { http_code: 'x' }))));
    const { rows, progress } = await exported(fixture);
    expect(rows.map(({ line }) => Number(line))).toEqual(Array.from({ length: 2500 }, (_, index) => index + 2));
    expect(progress).toEqual([
      [1000, 2500],
      [2000, 2500],
      [2500, 2500],
    ]);
  });

  it('leave the file that was there when they are cancelled, and nothing else', async () => {
    const fixture = await twoImports();
    writeFileSync(join(fixture.folder, 'rejects.csv'), 'as it was');
    const before = readdirSync(fixture.folder);
    expect(await refusal(exported(fixture, {}, AbortSignal.abort()))).toMatchObject({ code: 'CANCELLED' });
    expect(readFileSync(join(fixture.folder, 'rejects.csv'), 'utf8')).toBe('as it was');
    expect(readdirSync(fixture.folder)).toEqual(before);
  });

  it('are refused where no file can be written, and where there is no workspace', async () => {
    const fixture = await twoImports();
    const nowhere = RejectsExportRequest.parse({
      workspace: fixture.workspace,
      out: join(fixture.folder, 'no', 'a.csv'),
    });
    const context = { access: ACCESS_PER_CALL, signal: new AbortController().signal, onProgress: () => undefined };
    expect(await refusal(exportRejects(nowhere, context))).toMatchObject({ code: 'OUTPUT_NOT_WRITABLE' });
    const none = RejectsExportRequest.parse({
      workspace: join(fixture.folder, 'none'),
      out: join(fixture.folder, 'b.csv'),
    });
    expect(await refusal(exportRejects(none, context))).toMatchObject({ code: 'WORKSPACE_NOT_FOUND' });
    expect(existsSync(join(fixture.folder, 'b.csv'))).toBe(false);
  });
});
