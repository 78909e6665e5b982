import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, lowerEdge, roundBinEdges } from '../../src/shared/statistics/bin-edges.ts';
import {
  countedDeviation,
  countedExtremes,
  countedPercentiles,
  countedTotal,
} from '../../src/shared/statistics/counted-values.ts';

const counted = (some: readonly number[]): { readonly values: Float64Array; readonly counts: Uint32Array } => {
  const values = Float64Array.from(new Set(some)).sort();
  return { values, counts: Uint32Array.from(values, (value) => some.filter((one) => one === value).length) };
};
const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Number(value.toFixed(9)) + 0);

describe('figures of counted values', () => {
  it('interpolate percentiles between neighbours, as quantile_cont does', () => {
    const { values, counts } = counted([1, 2, 2, 10]);
    expect(countedPercentiles(values, counts, 4, [0, 0.25, 0.5, 0.75, 0.875, 1])).toEqual([1, 1.75, 2, 4, 7, 10]);
    expect(countedPercentiles(values, counts, 4, [1, 0])).toEqual([10, 1]);
  });

  it('are missing where there are no values', () => {
    const [values, counts] = [Float64Array.of(3, 4), Uint32Array.of(0, 0)];
    expect(countedPercentiles(values, counts, 0, [0.5, 1])).toEqual([null, null]);
    expect(countedTotal(values, counts)).toEqual({ n: 0, sum: 0 });
    expect(countedExtremes(values, counts)).toBeNull();
    expect(countedDeviation(values, counts, { n: 0, sum: 0 })).toBeNull();
    expect(countedDeviation(values, Uint32Array.of(1, 0), { n: 1, sum: 3 })).toBeNull();
  });

  it('are those of the values one by one', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (some, at) => {
          const { values, counts } = counted(some);
          const total = countedTotal(values, counts);
          const sorted = some.toSorted((a, b) => a - b);
          const sum = some.reduce((a, b) => a + b, 0);
          expect(total.n).toBe(some.length);
          expect(total.sum).toBeCloseTo(sum, 3);
          expect(countedExtremes(values, counts)).toEqual([sorted[0], sorted.at(-1)]);
          const place = at * (some.length - 1);
          const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
          const [found] = countedPercentiles(values, counts, some.length, [at]);
          expect(found).toBeCloseTo(low + (high - low) * (place - Math.floor(place)), 6);
          const squares = some.reduce((all, value) => all + (value - sum / some.length) ** 2, 0);
          const deviation = countedDeviation(values, counts, total);
          if (some.length > 1) expect(deviation).toBeCloseTo(Math.sqrt(squares / (some.length - 1)), 3);
        },
      ),
    );
  });
});

describe('edges of bins', () => {
  it.each([
    [0, 8780, 20, true, { from: 0, width: 500, bins: 18 }],
    [0.02, 0.97, 20, false, { from: 0, width: 0.05, bins: 20 }],
    [3, 9, 50, true, { from: 3, width: 1, bins: 7 }],
    [5, 5, 10, true, { from: 5, width: 1, bins: 1 }],
    [-40, 40, 4, true, { from: -50, width: 25, bins: 4 }],
  ])('from %d to %d for %d bins are on round numbers', (low, high, bins, areWhole, edges) => {
    expect(roundBinEdges(low, high, bins, areWhole)).toEqual(edges);
  });

  it('hold every value between the ends, in no more bins than were asked for', () => {
    fc.assert(
      fc.property(finite, finite, fc.integer({ min: 2, max: 400 }), (one, other, bins) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const edges = roundBinEdges(low, high, bins, false);
        expect(edges.bins).toBeLessThanOrEqual(bins);
        const slack = Math.max(1e-9, (high - low) * 1e-9);
        expect(edges.from).toBeLessThanOrEqual(low + slack);
        expect(lowerEdge(edges, edges.bins)).toBeGreaterThanOrEqual(high - slack);
        expect(binOf(low, edges)).toBe(0);
        expect(binOf(high + 1e9, edges)).toBe(edges.bins - 1);
      }),
    );
  });
});
