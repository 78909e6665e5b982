import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/etl/sample/chance/allocate.ts';
import { blend } from '../../src/etl/sample/chance/blend.ts';
import { LeastFirst } from '../../src/etl/sample/chance/least-first.ts';
import { quantile, weightedQuantile } from '../../src/etl/sample/chance/quantile.ts';
import { Random } from '../../src/etl/sample/chance/random.ts';
import { apportion, spread } from '../../src/etl/sample/chance/spread.ts';
import { systematicPick } from '../../src/etl/sample/chance/systematic-pick.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const tables = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe('allocate', () => {
  it('keeps the totals of rows and columns, and zeros', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 9 }), (table, factor) => {
        const rowTotals = table.map(sum);
        const columnTotals = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));
        const weights = table.map((row, index) => row.map((cell) => (cell === 0 ? 0 : factor + index + (cell % 7))));
        const cells = allocate(rowTotals, columnTotals, weights);
        expect(cells.map(sum)).toEqual(rowTotals);
        expect(columnTotals.map((_, column) => sum(cells.map((row) => row[column] ?? 0)))).toEqual(columnTotals);
        for (const [row, ofRow] of table.entries()) {
          for (const [column, cell] of ofRow.entries()) if (cell === 0) expect(cells[row]?.[column]).toBe(0);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('refuses totals that differ', () => {
    expect(() =>
      allocate(
        [2, 1],
        [2, 2],
        [
          [1, 1],
          [1, 1],
        ],
      ),
    ).toThrow('totals');
  });
});

describe('apportion and spread', () => {
  it('split a number into whole parts with that sum, each next to its share', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(5000), weights, (total, shares) => {
        const parts = apportion(total, shares);
        expect(sum(parts)).toBe(total);
        const all = sum(shares);
        for (const [index, part] of parts.entries()) {
          expect(Math.abs(part - (total * (shares[index] ?? 0)) / all)).toBeLessThan(1);
        }
      }),
      { seed: 7 },
    );
    expect(
      sum(
        spread(
          77,
          30,
          quantile([
            [0, 0],
            [0.5, 0],
            [1, 9],
          ]),
          new Random(1),
        ),
      ),
    ).toBe(77);
    expect(
      spread(
        0,
        3,
        quantile([
          [0, 0],
          [1, 1],
        ]),
        new Random(1),
      ),
    ).toEqual([0, 0, 0]);
  });
});

describe('systematicPick', () => {
  it('picks exactly as many as asked, the heavier the likelier', () => {
    const weights = Array.from({ length: 1000 }, (_, index) => (index < 500 ? 1 : 3));
    const picked = systematicPick(weights, 100, new Random(5));
    expect(picked.size).toBe(100);
    expect([...picked].filter((place) => place >= 500).length).toBe(75);
  });

  it('refuses a weight that would have to be picked twice', () => {
    expect(() => systematicPick([100, 1, 1], 3, new Random(1))).toThrow('too large');
  });
});

describe('blend', () => {
  it('stays evenly spread and follows its first part', () => {
    const random = new Random(4);
    const pairs = Array.from({ length: 20_000 }, () => {
      const first = random.unit();
      return { first, joined: blend(first, random.unit(), 0.6) };
    });
    for (const limit of [0.05, 0.3, 0.5, 0.9]) {
      expect(pairs.filter(({ joined }) => joined < limit).length / pairs.length).toBeCloseTo(limit, 1.7);
    }
    const low = pairs.filter(({ first }) => first < 0.1).map(({ joined }) => joined);
    expect(sum(low) / low.length).toBeLessThan(0.3);
    expect([blend(0, 0, 0.6), blend(1, 1, 0.6)]).toEqual([0, 1]);
  });
});

describe('quantile', () => {
  it('goes straight from knot to knot and may jump', () => {
    const values = quantile([
      [0, 0],
      [0.5, 10],
      [0.5, 20],
      [1, 30],
    ]);
    expect([0, 0.25, 0.5, 0.75, 1].map(values)).toEqual([0, 5, 10, 25, 30]);
  });

  it('turns weights into even pieces', () => {
    const hours = weightedQuantile([1, 2, 1]);
    expect([0, 0.125, 0.25, 0.5, 0.75, 1].map(hours)).toEqual([0, 0.5, 1, 1.5, 2, 3]);
  });
});

describe('LeastFirst', () => {
  it('gives its items in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (keys) => {
        const heap = new LeastFirst<number>();
        for (const key of keys) heap.push(key, key);
        expect(keys.map(() => heap.pop())).toEqual(keys.toSorted((left, right) => left - right));
        expect(heap.least).toBe(Number.POSITIVE_INFINITY);
      }),
      { seed: 7 },
    );
  });
});

describe('Random', () => {
  it('repeats itself for the same seed, and differs for the next', () => {
    const first = (seed: number): number[] =>
      Array.from({ length: 5 }, (_, index) => index).map(() => new Random(seed).bits());
    expect(first(1)).toEqual(first(1));
    expect(new Random(1).bits()).not.toBe(new Random(2).bits());
  });

  it('forks into a sequence of its own', () => {
    const parent = new Random(1);
    const child = parent.fork();
    const numbers = (random: Random): number[] => Array.from({ length: 50 }, () => random.bits());
    expect(numbers(child)).not.toEqual(numbers(parent));
  });

  it('shuffles without losing an item', () => {
    const items = Array.from({ length: 100 }, (_, index) => index);
    const mixed = new Random(9).shuffled(items);
    expect(mixed).not.toEqual(items);
    expect(mixed.toSorted((left, right) => left - right)).toEqual(items);
  });
});
