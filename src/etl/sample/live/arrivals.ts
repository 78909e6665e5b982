import { itemAt } from '../chance/item-at.ts';
import { quantile } from '../chance/quantile.ts';
import type { Random } from '../chance/random.ts';
import { dayNumber, MICROSECONDS } from '../local-timestamp.ts';

/** Share of a day's processes that begin in each hour of the local clock. */
export const HOUR_WEIGHTS = [
  3, 2, 1, 1, 2, 6, 17, 38, 66, 84, 92, 90, 72, 68, 80, 86, 84, 74, 58, 44, 33, 24, 14, 7,
] as const;
/** From Monday. */
const WEEKDAY_WEIGHTS = [1.02, 1.08, 1.12, 1.06, 1.2, 0.62, 0.38] as const;
/** Campaigns and quiet days. */
const DAY_FACTOR = quantile([
  [0, 0.72],
  [0.5, 0.97],
  [0.9, 1.25],
  [0.97, 1.6],
  [1, 2.1],
]);
/** The time to the next arrival where one is expected: an exponential distribution in ten straight pieces. */
const PATIENCE = quantile([
  [0, 0],
  [0.2, 0.223],
  [0.4, 0.511],
  [0.6, 0.916],
  [0.75, 1.386],
  [0.85, 1.897],
  [0.92, 2.526],
  [0.97, 3.507],
  [0.99, 4.605],
  [1, 6.2],
]);

const HOURS = HOUR_WEIGHTS.length;
const HOUR_TOTAL = HOUR_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
const FIRST_DAY = dayNumber(2025, 1, 6);

/** The hour's weight against the average hour, at its highest. */
export const PEAK = (Math.max(...HOUR_WEIGHTS) / HOUR_TOTAL) * HOURS * Math.max(...WEEKDAY_WEIGHTS);

/**
 * When processes begin, without end: more in busy hours and on busy days, fewer at night and on Sundays. The sample
 * begins on a Monday.
 * @param perDay processes on an average day
 */
export function* arrivals(perDay: number, random: Random): Generator<number, never> {
  const perHour = perDay / HOURS;
  let hour = 0;
  let dayFactor = DAY_FACTOR(random.unit());
  let passed = 0;
  for (;;) {
    let patience = PATIENCE(random.unit());
    for (;;) {
      const rate = perHour * dayFactor * weightOf(hour);
      const left = (1 - passed) * rate;
      if (patience < left) {
        passed += patience / rate;
        break;
      }
      patience -= left;
      passed = 0;
      hour++;
      if (hour % HOURS === 0) dayFactor = DAY_FACTOR(random.unit());
    }
    yield FIRST_DAY * MICROSECONDS.day + Math.floor((hour + passed) * MICROSECONDS.hour);
  }
}

function weightOf(hour: number): number {
  const weekday = Math.floor(hour / HOURS) % WEEKDAY_WEIGHTS.length;
  return (itemAt(HOUR_WEIGHTS, hour % HOURS) / HOUR_TOTAL) * HOURS * itemAt(WEEKDAY_WEIGHTS, weekday);
}
