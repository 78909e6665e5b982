import { describe, expect, it } from 'vitest';
import { withRarePooled } from '../../src/main/services/dashboards/explain/rare-values.ts';
import { tableDifference } from '../../src/main/services/dashboards/explain/table-difference.ts';

describe('withRarePooled', () => {
  it('takes together what the smaller side is expected to hold less than one row of', () => {
    // 10 of 100 rows are in the part: a category needs 10 rows.
    expect(withRarePooled([4, 3, 2, 1], [46, 27, 7, 10])).toEqual({ part: [4, 3, 1, 2], rest: [46, 27, 10, 7] });
    expect(withRarePooled([4, 3, 2, 1], [46, 37, 3, 4])).toEqual({ part: [4, 3, 3], rest: [46, 37, 7] });
  });

  it('does not depend on the order, nor on categories that nobody has', () => {
    const told = tableDifference([4, 3, 2, 1], [46, 37, 3, 4]);
    expect(tableDifference([1, 3, 4, 2], [4, 37, 46, 3])).toEqual(told);
    expect(tableDifference([4, 0, 3, 2, 0, 1], [46, 0, 37, 3, 0, 4])).toEqual(told);
  });

  it('leaves nothing to tell where all are rare', () => {
    expect(tableDifference([1, 0, 0], [30, 33, 36])).toBeNull();
    expect(tableDifference([2, 0], [1, 98])).not.toBeNull();
  });
});
