import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordSplitter } from '../../src/etl/sources/csv/record-splitter.ts';
import { DUCKDB } from '../../src/etl/sql/dialects.ts';
import { rawTextSql } from '../../src/etl/staging/raw-text-sql.ts';
import { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';

let session: DuckDbSession;
beforeAll(async () => {
  session = await DuckDbSession.open({ path: ':memory:', memory: 256 });
});
afterAll(() => session.close());

async function rawTexts(rows: readonly (readonly (string | null)[])[], delimiter: string): Promise<readonly unknown[]> {
  const lists = rows.map(
    (cells, index) =>
      `(${index}, [${cells.map((cell) => (cell === null ? 'NULL' : DUCKDB.text(cell))).join(', ')}]::VARCHAR[])`,
  );
  const found = await session.rows(
    `SELECT ${rawTextSql('texts', delimiter)} AS raw FROM (VALUES ${lists.join(', ')}) AS given(n, texts) ORDER BY n`,
  );
  return found.map((row) => row['raw']);
}

describe('the raw text of a row', () => {
  it.each([
    [['a', 'b'], ',', 'a,b'],
    [['a', null, ''], ',', 'a,,'],
    [['a,b', 'c;d'], ',', '"a,b",c;d'],
    [['a,b', 'c;d'], ';', 'a,b;"c;d"'],
    [['a|b', 'c;d'], '|', '"a|b"|c;d'],
    [['say "hi"'], ',', '"say ""hi"""'],
    [['two\nlines', 'cr\rhere'], '\t', '"two\nlines"\t"cr\rhere"'],
    [['back\\slash', "it's"], ',', "back\\slash,it's"],
  ] satisfies [(string | null)[], string, string][])('%j with %j is %j', async (texts, delimiter, expected) => {
    expect(await rawTexts([texts], delimiter)).toEqual([expected]);
  });

  it('reads back as the same cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', '\\', 'é'), maxLength: 5 });
    const rows = fc.sample(fc.array(cell, { minLength: 3, maxLength: 3 }), 500);
    const read = (await rawTexts(rows, ',')).map((raw) => {
      const splitter = new RecordSplitter(',', 3);
      return [...splitter.add(String(raw)), ...splitter.end()].map((record) =>
        record.kind === 'record' ? record.fields : record,
      );
    });
    expect(read).toEqual(rows.map((cells) => [cells]));
  });
});
