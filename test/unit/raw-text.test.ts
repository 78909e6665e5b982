import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordSplitter } from '../../src/etl/sources/csv/record-splitter.ts';
import { rawTextOf } from '../../src/main/engine/import/raw-text.ts';

describe('the raw text of a row', () => {
  it.each([
    [['a', 'b'], ',', 'a,b'],
    [['a', null, ''], ',', 'a,,'],
    [['a,b', 'c;d'], ',', '"a,b",c;d'],
    [['a,b', 'c;d'], ';', 'a,b;"c;d"'],
    [['say "hi"'], ',', '"say ""hi"""'],
    [['two\nlines', 'cr\rhere'], '\t', '"two\nlines"\t"cr\rhere"'],
  ] satisfies [(string | null)[], string, string][])('%j with %j is %j', (texts, delimiter, expected) => {
    expect(rawTextOf(texts, delimiter)).toBe(expected);
  });

  it('reads back as the same cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' '), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        const splitter = new RecordSplitter(',', cells.length);
        const [record] = [...splitter.add(rawTextOf(cells, ',')), ...splitter.end()];
        expect(record).toMatchObject({ kind: 'record', fields: cells });
      }),
    );
  });
});
