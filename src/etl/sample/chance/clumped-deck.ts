import type { Random } from './random.ts';

/** Every item as often as it is counted, shuffled in clumps of at most `largest` alike. */
export function clumpedDeck<T>(
  counts: readonly (readonly [item: T, count: number])[],
  largest: number,
  random: Random,
): T[] {
  const clumps: T[][] = [];
  for (const [item, count] of counts) {
    for (let left = count; left > 0;) {
      const size = Math.min(left, 1 + random.below(largest));
      clumps.push(Array.from({ length: size }, () => item));
      left -= size;
    }
  }
  return random.shuffled(clumps).flat();
}
