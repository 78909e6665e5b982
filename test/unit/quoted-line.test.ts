import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuotes } from '../../src/etl/sources/csv/quoted-line.ts';
import { RecordSplitter } from '../../src/etl/sources/csv/record-splitter.ts';

const check = (line: string): string => {
  // Surrounded by other lines with quotes, as in a file: what follows must not matter.
  const [before, after] = ['"x",y\n', '\nz"q,"w"'];
  const block = Buffer.from(before + line + after);
  return checkQuotes(block, Buffer.byteLength(before), Buffer.byteLength(before + line), 0x2c);
};

describe('the quotes of a line', () => {
  it.each([
    ['a,b', 'well-formed'],
    ['', 'well-formed'],
    ['"a","b"', 'well-formed'],
    ['"a, b",c', 'well-formed'],
    ['"a ""b""",c', 'well-formed'],
    ['""', 'well-formed'],
    ['"",""', 'well-formed'],
    ['a,""""', 'well-formed'],
    ['a,"b', 'open'],
    ['a,"b""', 'open'],
    ['a,"', 'open'],
    ['a"b,c', 'broken'],
    ['a, "b"', 'broken'],
    ['"a"b,c', 'broken'],
    ['"a" ,c', 'broken'],
    ['a,b"', 'broken'],
  ])('%j are %s', (line, expected) => {
    expect(check(line)).toBe(expected);
  });

  it('are never called well-formed where the careful reader sees more or less than one record', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '"', ','), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(line, (text) => {
        const splitter = new RecordSplitter(',', null);
        const [first, second] = [...splitter.add(`${text}\nnext\n`), ...splitter.end()];
        const alone = first?.kind === 'record' && first.line === 1 && second?.line === 2;
        expect(check(text) !== 'well-formed' || alone).toBe(true);
        expect(check(text) === 'well-formed' || text.includes('"')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
