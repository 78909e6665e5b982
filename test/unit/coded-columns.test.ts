import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Brush } from '../../src/main/engine/columns/brush.ts';
import { codesFor, type Codes } from '../../src/main/engine/columns/coded-column.ts';
import { combinedCodes } from '../../src/main/engine/columns/combined-codes.ts';
import { countCodes, countPairs } from '../../src/main/engine/columns/count-codes.ts';
import { NumberCoder } from '../../src/main/engine/columns/number-coder.ts';
import { matchingCodes } from '../../src/main/engine/columns/matching-codes.ts';
import { orderedCodes } from '../../src/main/engine/columns/ordered-codes.ts';
import { processColumns } from '../../src/main/engine/columns/process-columns.ts';
import { intersection, rowMask, unselectedRows } from '../../src/main/engine/columns/row-mask.ts';

function coded(values: readonly (number | null)[]): ReturnType<NumberCoder['finish']> {
  const coder = new NumberCoder(values.length);
  for (const [row, value] of values.entries()) if (value !== null) coder.set(row, value);
  return coder.finish();
}

const anyNumber = fc.oneof(
  fc.integer({ min: -5, max: 70_000 }),
  fc.double(),
  fc.constantFrom(0, -0, 65_535, 65_536, -1, 0.1, 5e-324, Number.MAX_VALUE, Infinity, -Infinity, Number.NaN),
);

describe('a column of numbers', () => {
  it('holds each value once, ascending, and gives every row its value back', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyNumber), { maxLength: 200 }), (numbers) => {
        const { codes, values, missing } = coded(numbers);
        const present = numbers
          .filter((value) => value !== null && !Number.isNaN(value))
          .map((value) => Number(value) + 0);
        expect([...values]).toEqual([...new Set(present)].toSorted((a, b) => a - b));
        expect(missing).toBe(values.length);
        const back = [...codes].map((code) => (code === missing ? null : (values[code] ?? null)));
        expect(back).toEqual(numbers.map((value) => (value === null || Number.isNaN(value) ? null : value + 0)));
      }),
    );
  });

  it('is ordered by buckets as it is by hashes, however its numbers are spread', () => {
    const crowded = fc.integer({ min: 0, max: 2000 }).map((value) => 1e-9 * (value % 400));
    const spread = fc.oneof(
      { arbitrary: crowded, weight: 20 },
      { arbitrary: anyNumber, weight: 1 },
      { arbitrary: fc.constant(Number.NaN), weight: 1 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.array(spread, { maxLength: 400 }), fc.array(anyNumber)), (drawn) => {
        const numbers = drawn.map((value) => value + 0);
        const { values, places } = orderedCodes(Float64Array.from(numbers));
        const hashed = coded(numbers);
        expect(values).toEqual(hashed.values);
        expect([...places].map((place) => (place === 0 ? hashed.missing : place - 1))).toEqual([...hashed.codes]);
      }),
    );
  });

  it('takes zero without a sign, and what is not a number for missing', () => {
    const { codes, values, missing } = coded([0, -0, Number.NaN, null]);
    expect([...values].map((value) => Object.is(value, 0))).toEqual([true]);
    expect([...codes]).toEqual([0, 0, missing, missing]);
  });

  it('of many different decimals keeps them apart, in the narrowest codes that fit', () => {
    const numbers = Array.from({ length: 200_000 }, (_, index) => (index % 100_003) / 7 - 3000);
    const { codes, values } = coded(numbers);
    expect(codes).toBeInstanceOf(Uint32Array);
    expect(values).toHaveLength(100_003);
    expect(numbers.every((value, row) => values[codes[row] ?? 0] === value)).toBe(true);
    expect(coded([1, 2, 3]).codes).toBeInstanceOf(Uint8Array);
    expect(coded(Array.from({ length: 300 }, (_, index) => index)).codes).toBeInstanceOf(Uint16Array);
  });
});

it('a table over codes is looked up for every row, whatever the kind of codes', () => {
  const table = Uint8Array.of(0, 1, 1, 0, 1);
  for (const size of [0x10, 0x1000, 0x10_0001]) {
    const codes = codesBelow(5, size, 50);
    expect([...matchingCodes(codes, table)]).toEqual([...codes].map((code) => table[code]));
  }
});

const KINDS = [0x10, 0x1000, 0x10_0001];
const kind = fc.constantFrom(...KINDS);
function codesBelow(size: number, kindOf: number, rows: number): Codes {
  return codesFor(rows, kindOf).map((_, row) => (row * 7 + ((row * row) % 5)) % size);
}

describe('counting', () => {
  it('counts every row of a stretch once, whatever the kinds of arrays', () => {
    fc.assert(
      fc.property(kind, kind, fc.array(fc.nat(99), { maxLength: 60 }), fc.boolean(), (one, other, some, isListed) => {
        const [cells, codes] = [codesBelow(5, one, 100), codesBelow(9, other, 100)];
        const list = isListed ? Uint32Array.from(some) : null;
        const rows = isListed ? some : Array.from({ length: 100 }, (_, row) => row);
        const stretch = { list, from: 0, to: rows.length };
        const pairs = new Uint32Array(45);
        countPairs(pairs, stretch, 1, cells, codes, 9);
        const expected = new Uint32Array(45);
        for (const row of rows) {
          const at = (cells[row] ?? 0) * 9 + (codes[row] ?? 0);
          expected[at] = (expected[at] ?? 0) + 1;
        }
        expect(pairs).toEqual(expected);
        countPairs(pairs, stretch, -1, cells, codes, 9);
        expect(pairs.every((count) => count === 0)).toBe(true);
        const single = new Uint32Array(9);
        countCodes(single, stretch, 1, codes);
        expect(single.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      }),
    );
  });

  it('by combinations keeps those that occur, in the order of their parts', () => {
    const big = 0x4000;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.nat(big - 1), fc.nat(big - 1)), { minLength: 1, maxLength: 80 }),
        (rows) => {
          const part = (index: 0 | 1 | 2, size: number): { codes: Codes; size: number } => ({
            codes: codesFor(rows.length, size).map((_, row) => rows[row]?.[index] ?? 0),
            size,
          });
          const { codes, size, parts } = combinedCodes([part(0, 4), part(1, big), part(2, big)]);
          const back = [...codes].map((code) => parts.map((values) => values[code]));
          expect(back).toEqual(rows);
          const keys = Array.from({ length: size }, (_, code) => parts.map((values) => values[code] ?? 0));
          expect(keys).toEqual(
            keys.toSorted(
              (a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0),
            ),
          );
          expect(new Set(codes).size).toBe(size);
        },
      ),
    );
  });
});

describe('a mask', () => {
  it('tells how many rows it selects and which, and which not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 1), { maxLength: 70 }),
        fc.array(fc.constantFrom(0, 1), { maxLength: 70 }),
        (one, other) => {
          const rows = Math.min(one.length, other.length);
          const bits = intersection(rows, [Uint8Array.from(one.slice(0, rows)), Uint8Array.from(other.slice(0, rows))]);
          const mask = rowMask(bits);
          const both = Array.from({ length: rows }, (_, row) => row).filter(
            (row) => one[row] === 1 && other[row] === 1,
          );
          expect(mask.count).toBe(both.length);
          expect(mask.selected === null ? [...bits.keys()] : [...mask.selected]).toEqual(both);
          expect([...unselectedRows(mask)]).toEqual([...bits.keys()].filter((row) => !both.includes(row)));
        },
      ),
    );
  });

  it('that is brushed counts what a mask of the same rows counts', () => {
    const column = coded([5, 1, null, 3, 3, 9, 1, 7]);
    const base = rowMask(Uint8Array.of(1, 1, 1, 0, 1, 1, 1, 1));
    const brush = new Brush(column, base);
    for (const [from, to] of [
      [0, 5],
      [1, 3],
      [4, 5],
      [2, 2],
      [0, 5],
      [3, 1],
    ] as const) {
      const { count, bits } = brush.mask(from, to);
      const expected = [...column.codes].map((code, row) =>
        code >= from && code < to && base.bits[row] === 1 ? 1 : 0,
      );
      expect([...bits]).toEqual(expected);
      expect(count).toBe(expected.filter((bit) => bit === 1).length);
      const tally = { name: 'x', cells: null, codes: column.codes, width: 6, size: 6 };
      const counts = [...brush.mask(from, to).brush.tally(tally, brush.mask(from, to).from, brush.mask(from, to).to)];
      expect(counts).toEqual(
        Array.from(
          { length: 6 },
          (_, code) => expected.filter((bit, row) => bit === 1 && column.codes[row] === code).length,
        ),
      );
    }
  });
});

it('processes hold their rows from the first attempt to the last', () => {
  const { count, of, order, starts } = processColumns(Float64Array.of(1, 2, 1, 4, 2), Float64Array.of(2, 1, 1, 1, 2));
  expect(count).toBe(3);
  expect([...of]).toEqual([0, 1, 0, 2, 1]);
  expect([...starts]).toEqual([0, 2, 4, 5]);
  expect([...order]).toEqual([2, 0, 1, 4, 3]);
});
