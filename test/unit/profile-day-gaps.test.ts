import { describe, expect, it } from 'vitest';
import { dayGaps } from '../../src/main/services/profile/day-gaps.ts';

describe('dayGaps', () => {
  it('finds the runs of days without data, across months and leap days', () => {
    expect(dayGaps(['2024-02-27', '2024-02-28', '2024-03-02', '2024-03-04'])).toEqual({
      span: 7,
      gaps: [
        { from: '2024-02-29', to: '2024-03-01', days: 2 },
        { from: '2024-03-03', to: '2024-03-03', days: 1 },
      ],
    });
  });

  it('has nothing to say of no day and of one', () => {
    expect(dayGaps([])).toEqual({ span: 0, gaps: [] });
    expect(dayGaps(['2025-01-08'])).toEqual({ span: 1, gaps: [] });
  });
});
