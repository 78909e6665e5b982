import { describe, expect, it } from 'vitest';
import { isClear, proportionDifference } from '../../src/shared/statistics/proportion-difference.ts';

describe('the difference of two proportions', () => {
  // Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [6, 7, 2, 7, 0.5714, 0.0582, 0.8062],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
    [0, 10, 0, 10, 0, -0.2775, 0.2775],
    [10, 10, 0, 10, 1, 0.6075, 1],
  ])('of %i/%i and %i/%i has the published interval', (k1, n1, k2, n2, difference, low, high) => {
    const found = proportionDifference(k1, n1, k2, n2);
    expect(found?.difference).toBeCloseTo(difference, 4);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('is unknown where one of them has no base', () => {
    expect(proportionDifference(1, 2, 0, 0)).toBeNull();
    expect(proportionDifference(0, 0, 1, 2)).toBeNull();
  });

  it('is clear only where its interval leaves out nothing', () => {
    expect(isClear({ low: 0.01, high: 0.2 })).toBe(true);
    expect(isClear({ low: -0.2, high: -0.01 })).toBe(true);
    expect(isClear({ low: -0.01, high: 0.2 })).toBe(false);
  });
});
