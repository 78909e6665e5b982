import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookRows, importFixture, refusal, storedRejects, type TableRow } from '../helpers/import-fixture.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';
import { COLUMN_NAMES, REQUIRED_NAMES, csvText, transactions, type CsvCells } from '../helpers/transaction-csv.ts';

const ROWS: readonly CsvCells[] = transactions(5).map((row, index) => ({
  ...row,
  summary_desc: index === 1 ? 'blur, haze; or | both' : 'antispoofing OK',
  prob_ibeta2_full_near_img: '0.125',
}));
const STAGING = `SELECT line, ${COLUMN_NAMES.map((name) => `"${name}"`).join(', ')}, x_epoch_us FROM staging JOIN row_places USING (id) ORDER BY id`;

const fixture = importFixture(folderOfFile());
let expected: readonly TableRow[];
beforeAll(async () => {
  await fixture.import(csvText(ROWS));
  expected = bookRows(fixture.workspace, STAGING);
});

describe('the header of an imported file', () => {
  it.each([
    ['has its columns in another order', csvText(ROWS, { columns: COLUMN_NAMES.toReversed() })],
    [
      'has spaces around its names, in upper case',
      csvText(ROWS, { header: COLUMN_NAMES.map((name) => ` ${name.toUpperCase()}  `) }),
    ],
    ['begins with a byte order mark', `\uFEFF${csvText(ROWS)}`],
    [
      'begins with a byte order mark and is quoted',
      `\uFEFF${csvText(ROWS, { header: COLUMN_NAMES.map((name) => `${name} `) }).replace(/^[^\n]*/, (line) => line.replaceAll(/([^,]+)/g, '"$1"'))}`,
    ],
    ['is separated by semicolons', csvText(ROWS, { delimiter: ';' })],
    ['is separated by tabs', csvText(ROWS, { delimiter: '\t' })],
    ['is separated by pipes', csvText(ROWS, { delimiter: '|' })],
  ])('%s: the same rows are loaded', async (_, text) => {
    const { workspace, import: importText } = importFixture();
    const { ledger, findings } = await importText(text);
    expect(ledger).toEqual({ read: 5, loaded: 5, rejected: 0, duplicates: 0 });
    expect(findings).toEqual([]);
    expect(bookRows(workspace, STAGING)).toEqual(expected);
  });

  it('with semicolons goes with decimal commas', async () => {
    const { workspace, import: importText } = importFixture();
    const commas = ROWS.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, text]) => [name, /^\d+\.\d+$/.test(text) ? text.replace('.', ',') : text]),
      ),
    );
    await importText(csvText(commas, { delimiter: ';' }));
    expect(bookRows(workspace, STAGING)).toEqual(expected);
  });

  it('may have a name with a line break and lines before it: lines are counted all the same', async () => {
    const { workspace, import: importText } = importFixture();
    const rows = [...ROWS, { ...ROWS[0], file_token: 'bad', http_code: 'x' }];
    const { ledger, findings } = await importText(
      `\n${csvText(rows, { columns: [...COLUMN_NAMES, 'device'], header: [...COLUMN_NAMES, 'the\ndevice'] })}`,
    );
    expect(ledger).toEqual({ read: 6, loaded: 5, rejected: 1, duplicates: 0 });
    expect(findings).toEqual([{ kind: 'column-dropped', column: 'the device', count: 0, firstLine: null }]);
    expect(bookRows(workspace, 'SELECT line FROM row_places ORDER BY id').map((row) => row['line'])).toEqual([
      4, 5, 6, 7, 8,
    ]);
    expect(storedRejects(workspace)).toMatchObject([{ line: 9, column: 'http_code' }]);
  });

  it('may have an unknown name with a stray quote', async () => {
    const { workspace, import: importText } = importFixture();
    const text = csvText(ROWS, { columns: [...COLUMN_NAMES, 'size'] }).replace(/^([^\n]*),size\n/, '$1,size 5"\n');
    expect((await importText(text)).findings).toEqual([
      { kind: 'column-dropped', column: 'size 5"', count: 0, firstLine: null },
    ]);
    expect(bookRows(workspace, STAGING)).toEqual(expected);
  });

  it('without optional columns leaves them missing and says so', async () => {
    const { workspace, import: importText } = importFixture();
    const { ledger, findings } = await importText(csvText(ROWS, { columns: REQUIRED_NAMES }));
    expect(ledger.loaded).toBe(5);
    const absent = COLUMN_NAMES.filter((name) => !REQUIRED_NAMES.includes(name));
    expect(findings).toEqual(absent.map((column) => ({ kind: 'column-absent', column, count: 0, firstLine: null })));
    const [row] = bookRows(workspace, STAGING);
    expect(absent.filter((name) => row?.[name] !== null)).toEqual([]);
    expect(
      bookRows(
        workspace,
        'SELECT score_liqe_near_img, total_time_ms_liqe, image_quality_far_img FROM transform LIMIT 1',
      ),
    ).toEqual([{ score_liqe_near_img: -2, total_time_ms_liqe: 0, image_quality_far_img: null }]);
  });

  it('without a required column is refused by name, with the nearest one, and no workspace is made', async () => {
    const { workspace, import: importText } = importFixture();
    const header = COLUMN_NAMES.map((name) => (name === 'file_token' ? 'File Token' : name));
    const error = await refusal(importText(csvText(ROWS, { header })));
    expect(error.code).toBe('REQUIRED_COLUMN_MISSING');
    expect(error.message).toContain('"file_token" (is it "File Token"?)');
    expect(error.message).toContain('Found: api_hash, user_name');
    expect(existsSync(workspace)).toBe(false);
  });

  it('with a column twice is refused', async () => {
    const error = await refusal(importFixture().import(csvText(ROWS, { columns: [...COLUMN_NAMES, 'date'] })));
    expect(error.code).toBe('COLUMN_REPEATED');
  });
});
