import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineNumbers } from '../../src/etl/sources/csv/line-numbers.ts';

describe('the line of a record', () => {
  it('is two after its ordinal where nothing is skipped', () => {
    const lineOf = lineNumbers([]);
    expect([0, 1, 1_000_000].map(lineOf)).toEqual([2, 3, 1_000_002]);
  });

  it('leaves out blank lines and records put aside', () => {
    const lineOf = lineNumbers([2, 4, 5, 9]);
    expect([0, 1, 2, 3, 4].map(lineOf)).toEqual([3, 6, 7, 8, 10]);
  });

  it('is what counting line by line gives', () => {
    const lines = fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { maxLength: 40 });
    fc.assert(
      fc.property(lines, (some) => {
        const skipped = some.toSorted((left, right) => left - right);
        const kept = Array.from({ length: 100 }, (_, index) => index + 2).filter((line) => !skipped.includes(line));
        const lineOf = lineNumbers(skipped);
        expect(kept.map((_, ordinal) => lineOf(ordinal))).toEqual(kept);
      }),
    );
  });
});
