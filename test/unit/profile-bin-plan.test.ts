import { describe, expect, it } from 'vitest';
import { planBins } from '../../src/main/services/profile/bin-plan.ts';

describe('planBins', () => {
  it('gives few whole numbers a bar each', () => {
    expect(planBins({ min: 0, max: 23, p05: 0, p995: 23, distinct: 24, whole: true })).toEqual({ kind: 'values' });
  });

  it('makes bins of whole numbers a whole number wide', () => {
    const plan = planBins({ min: 0, max: 9114, p05: 120, p995: 7000.4, distinct: 3000, whole: true });
    expect(plan).toEqual({ kind: 'bins', from: 120, width: 287, bins: 24, last: 120 + 24 * 287 - 1 });
  });

  it('divides fractions evenly between the outer percentiles', () => {
    expect(planBins({ min: -1, max: 1, p05: 0.4, p995: 0.64, distinct: 900, whole: false })).toMatchObject({
      from: 0.4,
      bins: 24,
      last: 0.64,
    });
  });

  it('takes the whole range where the outer percentiles are equal', () => {
    expect(planBins({ min: -1, max: 24, p05: 0, p995: 0, distinct: 40, whole: false })).toMatchObject({
      from: -1,
      last: 24,
    });
  });

  it('does not divide what floating point cannot divide', () => {
    expect(planBins({ min: 1, max: 1 + Number.EPSILON, p05: 1, p995: 1, distinct: 2, whole: false })).toEqual({
      kind: 'values',
    });
  });
});
