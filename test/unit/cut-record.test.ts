import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutRecord } from '../../src/etl/sources/csv/cut-record.ts';
import { csvCell } from '../helpers/transaction-csv.ts';

const cells = (raw: string, delimiter = ',', width = 3): unknown => {
  const cut = cutRecord(raw, delimiter, width);
  return cut.kind === 'cells' ? [cut.fields, [...cut.doubtful]] : cut;
};

describe('the raw text of a reject', () => {
  it.each([
    ['a,b,c', [['a', 'b', 'c'], []]],
    ['a,"b ""x"", y",c', [['a', 'b "x", y', 'c'], []]],
    ['a,"two\nlines",c', [['a', 'two\nlines', 'c'], []]],
    ['a,b,c,,', [['a', 'b', 'c'], []]],
    ['a,"b" x,c', [['a', '"b" x', 'c'], [[1, 'text-after-quote']]]],
    ['a,b,"c', [['a', 'b', '"c'], [[2, 'quote-not-closed']]]],
    ['a,b\0b,c', [['a', 'b\u2400b', 'c'], [[1, 'nul-character']]]],
    ['\uE000,b\0,c', [['\uE000', 'b\u2400', 'c'], [[1, 'nul-character']]]],
  ])('%j is cut into cells, those that are doubtful marked', (raw, expected) => {
    expect(cells(raw)).toEqual(expected);
  });

  it.each([
    ['a,b', 'too-few-columns'],
    ['', 'too-few-columns'],
    ['a,b,c,d', 'too-many-columns'],
    ['a,"b,c,d', 'quote-not-closed'],
  ])('%j cannot be cut: %s', (raw, reason) => {
    expect(cells(raw)).toEqual({ kind: 'uncut', reason });
  });

  it('of cells gives them back', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), fc.constantFrom(',', ';', '|'), (some, delimiter) => {
        const raw = some.map((cell) => csvCell(cell, delimiter)).join(delimiter);
        expect(cells(raw, delimiter, some.length)).toEqual([some, []]);
      }),
    );
  });
});
