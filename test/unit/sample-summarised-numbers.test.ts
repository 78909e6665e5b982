import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt } from '../../src/etl/sample/chance/item-at.ts';
import { quantile, type Quantile } from '../../src/etl/sample/chance/quantile.ts';
import { summarisedNumbers, type Summary } from '../../src/etl/sample/chance/summarised-numbers.ts';

const SHAPE = quantile([
  [0, 0],
  [0.25, 1200],
  [0.7, 1900],
  [0.9, 3000],
  [1, 9000],
]);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What is true of whole numbers in ascending order. */
function summaryOf(numbers: readonly number[]): Summary {
  const last = numbers.length - 1;
  const quartile = (share: number): number => {
    const below = Math.floor(share * last);
    const [low, high] = [itemAt(numbers, below), itemAt(numbers, below + 1)];
    return low + (share * last - below) * (high - low);
  };
  const mean = sum(numbers) / numbers.length;
  return {
    mean,
    deviation: Math.sqrt(sum(numbers.map((number) => (number - mean) ** 2)) / last),
    least: itemAt(numbers, 0),
    quartiles: [quartile(0.25), quartile(0.5), quartile(0.75)],
    most: itemAt(numbers, last),
  };
}

const wholeNumbers = (count: number, shape: Quantile): number[] =>
  Array.from({ length: count }, (_, rank) => Math.round(shape(rank / (count - 1)))).toSorted(
    (left, right) => left - right,
  );

describe('summarisedNumbers', () => {
  it('gives whole numbers in order of which the summary of others is true', () => {
    const others = fc.record({
      count: fc.integer({ min: 400, max: 3000 }),
      tilt: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      wave: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(others, ({ count, tilt, wave }) => {
        const other: Quantile = (share) =>
          SHAPE(share + tilt * share * (1 - share)) + wave * Math.sin(share * count) ** 2;
        const wanted = summaryOf(wholeNumbers(count, other));
        const numbers = summarisedNumbers(count, wanted, SHAPE);
        expect(numbers).toHaveLength(count);
        expect(numbers.every((number, rank) => Number.isInteger(number) && number >= (numbers[rank - 1] ?? 0))).toBe(
          true,
        );
        const { mean, deviation, ...found } = summaryOf(numbers);
        expect(found).toEqual({ least: wanted.least, quartiles: wanted.quartiles, most: wanted.most });
        expect(Math.abs(mean - wanted.mean) * count).toBeLessThanOrEqual(0.5 + 1e-6);
        expect(Math.abs(deviation / wanted.deviation - 1)).toBeLessThan(1e-4);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('keeps numbers of which the summary is true already, where those beside a quartile are close', () => {
    const numbers = wholeNumbers(8002, SHAPE);
    const shape: Quantile = (share) => itemAt(numbers, Math.round(share * 8001));
    expect(summarisedNumbers(8002, summaryOf(numbers), shape)).toEqual(numbers);
  });

  it('refuses a summary that is too far from the shape', () => {
    const summary = summaryOf(wholeNumbers(1000, SHAPE));
    for (const wrong of [{ mean: summary.mean + 400 }, { deviation: summary.deviation * 2 }, { deviation: 1 }])
      expect(() => summarisedNumbers(1000, { ...summary, ...wrong }, SHAPE)).toThrow('too far from the summary');
  });

  it('refuses a quartile that no whole numbers have', () => {
    const summary = summaryOf(wholeNumbers(1000, SHAPE));
    expect(() => summarisedNumbers(1000, { ...summary, quartiles: [1207.1, 1600, 2100] }, SHAPE)).toThrow('1207.1');
  });
});
