import { describe, expect, it } from 'vitest';
import { timeSteps } from '../../src/main/services/report/describe/time-steps.ts';

describe('timeSteps', () => {
  it('steps by day, empty days included', () => {
    const { unit, starts, span, stepOf } = timeSteps(['2025-01-30', '2025-02-02']);
    expect({ unit, starts, span }).toEqual({
      unit: 'day',
      starts: ['2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02'],
      span: 4,
    });
    expect(stepOf('2025-02-02')).toBe(3);
  });

  it('steps by week from Monday over a year', () => {
    const { unit, starts, stepOf } = timeSteps(['2025-01-08', '2025-12-31']);
    expect(unit).toBe('week');
    expect([starts[0], starts.at(-1), starts.length]).toEqual(['2025-01-06', '2025-12-29', 52]);
    expect([stepOf('2025-01-12'), stepOf('2025-01-13'), stepOf('2025-12-31')]).toEqual([0, 1, 51]);
  });

  it('steps by month over many years', () => {
    const { unit, starts, stepOf } = timeSteps(['2019-12-31', '2025-01-01']);
    expect([unit, starts.length, starts[0], starts[1]]).toEqual(['month', 62, '2019-12-01', '2020-01-01']);
    expect(stepOf('2025-01-01')).toBe(61);
  });

  it('has no step without a day', () => {
    expect(timeSteps([]).starts).toEqual([]);
  });
});
