import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePoints } from '../../src/shared/statistics/change-points.ts';
import { medianCosts } from '../../src/shared/statistics/median-costs.ts';

const OPTIONS = { minimumEffect: 0.15, persistence: 3 };
/** A noise of ±2 % without chance, so that every run sees the same. */
const level = (around: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => around * (1 + 0.02 * Math.sin(index * 2.4)));

describe('change points', () => {
  it('are found where the level steps, with the medians on either side', () => {
    const { changes, levels } = changePoints([100, 100, 100, 100, 100, 150, 150, 150, 150], OPTIONS);
    expect(changes).toEqual([{ at: 5, before: 100, after: 150, change: 0.5 }]);
    expect(levels).toEqual([
      { from: 0, to: 5, level: 100 },
      { from: 5, to: 9, level: 150 },
    ]);
  });

  it('are both ends of a time that was slower and passed', () => {
    const { changes } = changePoints([...level(200, 12), ...level(300, 5), ...level(200, 9)], OPTIONS);
    expect(changes.map(({ at }) => at)).toEqual([12, 17]);
    expect(changes[0]?.change).toBeCloseTo(0.5, 1);
    expect(changes[1]?.change).toBeCloseTo(-1 / 3, 1);
  });

  it('are none for noise, a single outlier, or what does not last', () => {
    expect(changePoints(level(500, 60), OPTIONS).changes).toEqual([]);
    expect(changePoints([...level(500, 20), 5000, ...level(500, 20)], OPTIONS).changes).toEqual([]);
    expect(changePoints([...level(500, 20), 900, 900, ...level(500, 20)], OPTIONS).changes).toEqual([]);
  });

  it('are not pulled away by an outlier beside them', () => {
    const days = [1700, 1670, 1700, 1600, 1100, 1690, 1600, 2600, 1600, 2150, 2100, 2190, 2150, 2400, 2170, 2150, 2160];
    expect(changePoints(days, OPTIONS).changes.map(({ at }) => at)).toEqual([9]);
  });

  it('are none for a clear step that is smaller than the least effect, up or down', () => {
    const [low, high] = [level(100, 20), level(114, 20)];
    expect(changePoints([...low, ...high], OPTIONS).changes).toEqual([]);
    expect(changePoints([...high, ...low], OPTIONS).changes).toEqual([]);
    expect(changePoints([...low, ...high], { ...OPTIONS, minimumEffect: 0.1 }).changes).toHaveLength(1);
  });

  it('do not lean on the unit of the series', () => {
    const series = [...level(80, 9), ...level(130, 9)];
    const places = (factor: number): readonly number[] =>
      changePoints(
        series.map((value) => value * factor),
        OPTIONS,
      ).changes.map(({ at }) => at);
    expect(places(1)).toEqual([9]);
    expect(places(1000)).toEqual(places(1));
  });

  it('are none in a series shorter than two levels, and an empty one has no level', () => {
    expect(changePoints([1, 9, 9, 9, 9], { ...OPTIONS, persistence: 3 }).changes).toEqual([]);
    expect(changePoints([], OPTIONS)).toEqual({ levels: [], changes: [] });
    expect(changePoints([7], OPTIONS).changes).toEqual([]);
  });

  it('cut any series into neighbouring levels that last, and differ enough from one another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        (series, persistence) => {
          const { levels, changes } = changePoints(series, { minimumEffect: 0.2, persistence });
          if (series.length < persistence) {
            expect(changes).toEqual([]);
            return;
          }
          expect(levels[0]?.from).toBe(0);
          expect(levels.at(-1)?.to).toBe(series.length);
          for (const [index, { from, to }] of levels.entries()) {
            expect(to - from).toBeGreaterThanOrEqual(persistence);
            expect(levels[index + 1]?.from ?? to).toBe(to);
          }
          for (const { before, after } of changes)
            expect(Math.abs(Math.log(after / before))).toBeGreaterThanOrEqual(Math.log(1.2) - 1e-12);
        },
      ),
    );
  });
});

describe('costs around the median', () => {
  it('are the sums of absolute deviations, counted plainly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 }),
        fc.nat(29),
        (values, start) => {
          const from = start % values.length;
          const costs = medianCosts(values, from);
          expect(costs).toHaveLength(values.length - from);
          for (const [index, cost] of costs.entries()) {
            const part = values.slice(from, from + index + 1).toSorted((left, right) => left - right);
            const middle = part[part.length >> 1] ?? 0;
            expect(cost).toBeCloseTo(
              part.reduce((sum, value) => sum + Math.abs(value - middle), 0),
              9,
            );
          }
        },
      ),
    );
  });
});
