export type SortKey = readonly (number | string | null)[];

const COLLATOR = new Intl.Collator('en', { numeric: true });

function compareParts(left: number | string | null, right: number | string | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [String(left), String(right)];
  return COLLATOR.compare(a, b) || (a < b ? -1 : 1);
}

/**
 * The items by their keys, part by part: numbers ascending, texts as people count (`convenio_2` before `convenio_10`),
 * missing last. Negate a number for the largest first.
 */
export function inOrder<T>(items: readonly T[], key: (item: T) => SortKey): readonly T[] {
  const keyed = items.map((item) => ({ item, parts: key(item) }));
  keyed.sort((left, right) => {
    for (const [index, part] of left.parts.entries()) {
      const order = compareParts(part, right.parts[index] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}
