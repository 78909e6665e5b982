import { itemAt } from './item-at.ts';
import type { Quantile } from './quantile.ts';
import type { Random } from './random.ts';

/**
 * Splits `total` over `count` places in proportion to the given weights: whole numbers with that very sum, each less
 * than one away from its share.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const shares = weights.map((weight) => (weight * total) / sum);
  const parts = shares.map((share) => Math.floor(share));
  const missing = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - itemAt(parts, index) }))
    .toSorted((left, right) => right.remainder - left.remainder || left.index - right.index);
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = itemAt(parts, index) + 1;
  return parts;
}

/** Splits `total` over `count` places in random order, following the shape of a distribution. */
export function spread(total: number, count: number, shape: Quantile, random: Random): number[] {
  const weights = Array.from({ length: count }, (_, index) => shape((index + 0.5) / count));
  return random.shuffled(total === 0 ? weights.map(() => 0) : apportion(total, weights));
}
