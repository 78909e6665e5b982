import { itemAt } from './item-at.ts';
import type { Random } from './random.ts';

/** Draws an item with a chance proportional to its weight. */
export type WeightedChoice<T> = (random: Random) => T;

/** A choice among items by weight. */
export function weightedChoice<T>(items: readonly T[], weightOf: (item: T) => number): WeightedChoice<T> {
  let total = 0;
  const limits = items.map((item) => (total += weightOf(item)));
  return (random) => {
    const mark = random.unit() * total;
    const index = limits.findIndex((limit) => mark < limit);
    return itemAt(items, index < 0 ? items.length - 1 : index);
  };
}
