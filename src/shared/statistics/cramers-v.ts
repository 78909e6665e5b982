import type { ChiSquare } from './chi-square.ts';

/**
 * Cramér's V, 0..1, of a table of two groups by categories, corrected for the association that chance alone shows in a small
 * sample. Source: Bergsma 2013, Journal of the Korean Statistical Society 42:323-328.
 */
export function cramersV({ statistic, degrees, n }: ChiSquare): number {
  if (degrees < 1 || n < 2) return 0;
  const square = Math.max(0, statistic / n - degrees / (n - 1));
  const groups = 2 - 1 / (n - 1);
  const categories = degrees + 1 - degrees ** 2 / (n - 1);
  const least = Math.min(groups, categories) - 1;
  return least <= 0 ? 0 : Math.min(1, Math.sqrt(square / least));
}

/**
 * The same as if both groups were equally large. Cramér's V of a group of few is small however differently that group is
 * spread; this one depends on the shares alone, and so can be compared between groups of any size. Its square is half the
 * sum of (p - q)² / (p + q) over the shares p and q of each category, less what chance would give.
 */
export function evenCramersV(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let leftTotal = 0;
  let rightTotal = 0;
  for (let at = 0; at < left.length; at += 1) {
    leftTotal += left[at] ?? 0;
    rightTotal += right[at] ?? 0;
  }
  if (leftTotal === 0 || rightTotal === 0) return 0;
  let sum = 0;
  let categories = 0;
  for (let at = 0; at < left.length; at += 1) {
    const p = (left[at] ?? 0) / leftTotal;
    const q = (right[at] ?? 0) / rightTotal;
    if (p + q === 0) continue;
    categories += 1;
    sum += (p - q) ** 2 / (p + q);
  }
  const byChance = ((categories - 1) / 4) * (1 / leftTotal + 1 / rightTotal);
  return Math.sqrt(Math.min(1, Math.max(0, sum / 2 - byChance)));
}
