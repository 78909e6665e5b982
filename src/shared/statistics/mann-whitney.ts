import { normalTwoSided } from './normal-distribution.ts';

/** The test of Mann and Whitney (Wilcoxon's rank sum): `u` counts the pairs in which the left value is greater, ties half. */
export interface MannWhitney {
  readonly u: number;
  /** Two-sided, by the normal approximation with the corrections for ties and for continuity. */
  readonly p: number;
  readonly nLeft: number;
  readonly nRight: number;
}

/**
 * Whether values of one group tend to be greater than those of another. Each group is given as counts per distinct value, in
 * ascending order of the values, so that ranks are exact and nothing is sorted. Null where a group is empty.
 */
export function mannWhitney(left: ArrayLike<number>, right: ArrayLike<number>): MannWhitney | null {
  let nLeft = 0;
  let nRight = 0;
  let u = 0;
  let ties = 0;
  for (let at = 0; at < left.length; at += 1) {
    const inLeft = left[at] ?? 0;
    const inRight = right[at] ?? 0;
    u += inLeft * (nRight + inRight / 2);
    nLeft += inLeft;
    nRight += inRight;
    const tied = inLeft + inRight;
    ties += tied * tied * tied - tied;
  }
  if (nLeft === 0 || nRight === 0) return null;
  const n = nLeft + nRight;
  const variance = ((nLeft * nRight) / 12) * (n + 1 - ties / n / (n - 1));
  const distance = Math.max(0, Math.abs(u - (nLeft * nRight) / 2) - 0.5);
  return { u, p: variance > 0 ? normalTwoSided(distance / Math.sqrt(variance)) : 1, nLeft, nRight };
}
