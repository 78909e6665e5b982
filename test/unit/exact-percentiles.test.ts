import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactPercentiles } from '../../src/shared/statistics/exact-percentiles.ts';
import { rankCorrelation } from '../../src/shared/statistics/rank-correlation.ts';

describe('exact percentiles', () => {
  it('interpolate between neighbours as quantile_cont does', () => {
    expect(exactPercentiles(Float64Array.of(4, 1, 3, 2), [0, 0.25, 0.5, 0.75, 1])).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(exactPercentiles(Float64Array.of(7, 7, 7), [0.5, 0.99])).toEqual([7, 7]);
    expect(exactPercentiles(new Float64Array(0), [0.5])).toEqual([null]);
  });

  it('are those of the sorted numbers, whatever the numbers and their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -300, max: 9000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
          minLength: 1,
          maxLength: 300,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (numbers, at) => {
          const sorted = numbers.toSorted((left, right) => left - right);
          const place = at * (sorted.length - 1);
          const low = sorted[Math.floor(place)] ?? 0;
          const high = sorted[Math.ceil(place)] ?? 0;
          expect(exactPercentiles(Float64Array.from(numbers), [at])[0]).toBeCloseTo(
            low + (high - low) * (place - Math.floor(place)),
            6,
          );
        },
      ),
    );
  });
});

describe('rank correlation', () => {
  // Worked example of Spearman's coefficient (IQ against hours of television): -29/165.
  it('is that of the textbook', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(rankCorrelation(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  it('gives ties their mean rank, and nothing where there is no spread or too little', () => {
    expect(rankCorrelation([1, 2, 2, 3], [1, 2, 2, 3])).toBeCloseTo(1, 12);
    expect(rankCorrelation([1, 2, 3], [5, 5, 5])).toBeNull();
    expect(rankCorrelation([1, 2], [2, 1])).toBeNull();
  });
});
