import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stagingColumn } from '../../src/etl/model/staging-columns.ts';
import { DUCKDB } from '../../src/etl/sql/dialects.ts';
import { MISSING_WORDS, cellSql } from '../../src/etl/staging/cell-sql.ts';
import { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';

let session: DuckDbSession;
beforeAll(async () => {
  session = await DuckDbSession.open({ path: ':memory:', memory: 256 });
});
afterAll(() => session.close());

/** A value as text, null where missing, or `unreadable`. */
type Read = string | null;
const MISSING: ReadonlySet<string> = new Set(MISSING_WORDS);

/** What each cell is read as: its value as text, null where missing, or that it is unreadable. */
async function read(column: string, texts: readonly string[], decimalComma = false): Promise<readonly Read[]> {
  const sql = cellSql(stagingColumn(column), 'raw', 'parsed', 'value', { decimalComma, zone: 'UTC' });
  const values = texts.map((text, index) => `(${index}, ${MISSING.has(text) ? 'NULL' : DUCKDB.text(text)})`).join(', ');
  const rows = await session.rows(
    `SELECT CAST(value AS VARCHAR) AS value, ${sql.suspect} AS suspect, ${sql.unreadable} AS unreadable FROM (
       SELECT n, raw, ${sql.value} AS value FROM (SELECT n, raw, ${sql.parsed} AS parsed FROM (VALUES ${values}) AS given(n, raw))
     ) ORDER BY n`,
  );
  return rows.map((row) => {
    // Only suspects are looked at twice: an unreadable cell that is no suspect would be lost.
    expect(row['unreadable'] !== true || row['suspect'] === true).toBe(true);
    return row['unreadable'] === true ? 'unreadable' : (row['value'] as string | null);
  });
}

const table = (cells: Readonly<Record<string, Read>>): [string[], Read[]] => [Object.keys(cells), Object.values(cells)];

describe('a cell', () => {
  it('of whole numbers takes what an exported table holds, and no fraction', async () => {
    const [texts, expected] = table({
      '590': '590',
      '590.0': '590',
      '590.': '590',
      '5.9e2': '590',
      '1e5': '100000',
      '1E+05': '100000',
      '0203': '203',
      '-7': '-7',
      '+7': '7',
      ' 640 ': '640',
      '9007199254740991': '9007199254740991',
      '-9007199254740991': '-9007199254740991',
      '9007199254740992': 'unreadable',
      '9007199254740993': 'unreadable',
      '1e300': 'unreadable',
      '1e400': 'unreadable',
      '590.5': 'unreadable',
      '0.1': 'unreadable',
      inf: 'unreadable',
      '-Infinity': 'unreadable',
      x: 'unreadable',
      '5 9': 'unreadable',
      '0x10': 'unreadable',
      '1,5': 'unreadable',
      true: 'unreadable',
      '٣': 'unreadable',
    });
    expect(await read('http_code', texts)).toEqual(expected);
  });

  it('of numbers takes a decimal point, an exponent and spaces around', async () => {
    const [texts, expected] = table({
      '0.5': '0.5',
      '.5': '0.5',
      '5.': '5.0',
      '-2': '-2.0',
      '1e-3': '0.001',
      ' 12.5 ': '12.5',
      '0.1': '0.1',
      '1.7976931348623157e308': '1.7976931348623157e+308',
      '5e-324': '5e-324',
      '1e400': 'unreadable',
      inf: 'unreadable',
      '-inf': 'unreadable',
      Infinity: 'unreadable',
      '1,5': 'unreadable',
      '1.2.3': 'unreadable',
      '12 ms': 'unreadable',
      '=1+1': 'unreadable',
    });
    expect(await read('total_time_ms', texts)).toEqual(expected);
  });

  it('of numbers is missing where it says so in words', async () => {
    const words = [
      '',
      ' ',
      'NULL',
      'null',
      'Null',
      'None',
      'none',
      '\\N',
      'nan',
      'NaN',
      'NAN',
      'na',
      'NA',
      'n/a',
      'N/A',
      '-',
      ' NaN ',
      ' null ',
    ];
    for (const column of ['http_code', 'total_time_ms', 'prob_ibeta2_full_far_img', 'score_liqe_near_img']) {
      expect(await read(column, words)).toEqual(words.map(() => null));
    }
  });

  it('of numbers may have a decimal comma where the file separates with semicolons, and no thousands', async () => {
    const [texts, expected] = table({
      '0,5': '0.5',
      '0.5': '0.5',
      '-1,25e2': '-125.0',
      ',5': '0.5',
      '1.234,5': 'unreadable',
      '1,234,5': 'unreadable',
    });
    expect(await read('total_time_ms', texts, true)).toEqual(expected);
    expect(await read('http_code', ['590,0', '590,5'], true)).toEqual(['590', 'unreadable']);
  });

  it('of text is kept as it is, leading zeros and inner spaces too, and missing where nothing is in it', async () => {
    const [texts, expected] = table({
      '007': '007',
      ' a ': ' a ',
      NaN: 'NaN',
      na: 'na',
      '-': '-',
      '': null,
      '  ': null,
      NULL: null,
      null: null,
      None: null,
      '\\N': null,
    });
    expect(await read('convenio', texts)).toEqual(expected);
    expect(await read('summary_desc', texts)).toEqual(expected);
  });

  it('of a key may not be missing', async () => {
    expect(await read('file_token', ['tok', '', ' ', 'NULL', 'null', 'None', '\\N'])).toEqual([
      'tok',
      ...Array.from({ length: 6 }, () => 'unreadable'),
    ]);
  });
});
