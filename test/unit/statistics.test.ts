import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportion } from '../../src/shared/statistics/proportion.ts';
import { wilsonInterval } from '../../src/shared/statistics/wilson-interval.ts';

describe('wilsonInterval', () => {
  it.each([
    // Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3.
    { k: 81, n: 263, low: 0.2553, high: 0.3662 },
    { k: 15, n: 148, low: 0.0624, high: 0.1605 },
    { k: 0, n: 20, low: 0, high: 0.1611 },
    { k: 1, n: 29, low: 0.0061, high: 0.1718 },
  ])('gives the published interval of $k in $n', ({ k, n, low, high }) => {
    const interval = wilsonInterval(k, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('has nothing to say about nothing', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(proportion(0, 0)).toEqual({ n: 0, k: 0, rate: null, low: null, high: null });
  });

  it('reaches exactly 0 and 1 at the ends', () => {
    expect(wilsonInterval(0, 7)?.low).toBe(0);
    expect(wilsonInterval(7, 7)?.high).toBe(1);
  });

  it('lies within 0..1, holds the rate and is symmetric', () => {
    const counts = fc
      .integer({ min: 1, max: 5_000_000 })
      .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(counts, ({ k, n }) => {
        const { rate, low, high } = proportion(k, n);
        const mirrored = proportion(n - k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(rate).toBeGreaterThanOrEqual((low ?? NaN) - 1e-12);
        expect(rate).toBeLessThanOrEqual((high ?? NaN) + 1e-12);
        expect(1 - (mirrored.high ?? NaN)).toBeCloseTo(low ?? NaN, 9);
      }),
    );
  });
});
