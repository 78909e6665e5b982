import { itemAt } from './item-at.ts';
import type { Random } from './random.ts';

/**
 * Picks exactly `count` places, each with a chance proportional to its weight: marks at even distances along the summed
 * weights. No weight may exceed that distance.
 */
export function systematicPick(weights: readonly number[], count: number, random: Random): ReadonlySet<number> {
  const picked = new Set<number>();
  if (count === 0) return picked;
  const step = weights.reduce((sum, weight) => sum + weight, 0) / count;
  if (weights.some((weight) => weight > step)) throw new Error('a weight is too large to be picked only once');
  const start = random.unit() * step;
  let reached = 0;
  for (const place of weights.keys()) {
    reached += itemAt(weights, place);
    if (picked.size < count && reached > start + picked.size * step) picked.add(place);
  }
  return picked;
}
