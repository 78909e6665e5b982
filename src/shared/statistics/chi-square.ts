import { normalTwoSided } from './normal-distribution.ts';

/**
 * Probability that a chi-square variable with a whole number of `degrees` exceeds `statistic`: the finite sum of
 * Abramowitz & Stegun 1964, 26.4.4 and 26.4.5, all of whose terms are positive.
 */
export function chiSquareBeyond(statistic: number, degrees: number): number {
  if (degrees < 1 || statistic <= 0) return 1;
  const half = statistic / 2;
  const isOdd = degrees % 2 === 1;
  let sum = isOdd ? normalTwoSided(Math.sqrt(statistic)) : Math.exp(-half);
  // The logarithm of half^a · e^-half / Γ(a + 1): its parts overflow long before it does.
  let logarithm = isOdd ? Math.log(half) / 2 - half - Math.log(Math.sqrt(Math.PI) / 2) : Math.log(half) - half;
  for (let a = isOdd ? 0.5 : 1; a < degrees / 2; a += 1) {
    sum += Math.exp(logarithm);
    logarithm += Math.log(half) - Math.log(a + 1);
  }
  return Math.min(1, sum);
}

/** Pearson's test of independence. `n` is the number of observations, `degrees` that of freedom. */
export interface ChiSquare {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
  readonly n: number;
}

/**
 * Whether two groups are spread alike over categories, whose counts are given group by group in the same order; without a
 * continuity correction. Categories that neither group has do not count; null where a group is empty.
 */
export function chiSquareOfGroups(left: ArrayLike<number>, right: ArrayLike<number>): ChiSquare | null {
  let leftTotal = 0;
  let rightTotal = 0;
  for (let at = 0; at < left.length; at += 1) {
    leftTotal += left[at] ?? 0;
    rightTotal += right[at] ?? 0;
  }
  const n = leftTotal + rightTotal;
  if (leftTotal === 0 || rightTotal === 0) return null;
  let squares = 0;
  let categories = 0;
  for (let at = 0; at < left.length; at += 1) {
    const inLeft = left[at] ?? 0;
    const total = inLeft + (right[at] ?? 0);
    if (total === 0) continue;
    categories += 1;
    // Of a category both cells are off by the same, so that they share one square.
    squares += (inLeft - (leftTotal * total) / n) ** 2 / total;
  }
  const statistic = (squares * n * n) / leftTotal / rightTotal;
  const degrees = categories - 1;
  return { statistic, degrees, p: chiSquareBeyond(statistic, degrees), n };
}
