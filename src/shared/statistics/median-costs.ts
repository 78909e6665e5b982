/**
 * Sums of absolute deviations from the median of the first one, two, three … values from `from` on: one entry for each
 * value up to the end.
 */
export function medianCosts(values: readonly number[], from: number): Float64Array {
  const count = values.length - from;
  const costs = new Float64Array(count);
  const sorted = new Float64Array(count);
  let [whole, lower] = [0, 0];
  for (let length = 1; length <= count; length += 1) {
    const value = values[from + length - 1] ?? 0;
    const place = placeOf(sorted, length - 1, value);
    sorted.copyWithin(place + 1, place, length - 1);
    sorted[place] = value;
    whole += value;
    // `lower` is the sum of the lower half, without the middle one.
    const [halfBefore, half] = [(length - 1) >> 1, length >> 1];
    if (place < halfBefore) lower += value - (sorted[halfBefore] ?? 0);
    if (half > halfBefore) lower += sorted[half - 1] ?? 0;
    const middle = length % 2 === 1 ? (sorted[half] ?? 0) : 0;
    costs[length - 1] = Math.max(0, whole - middle - 2 * lower);
  }
  return costs;
}

/** The first of the `length` sorted entries that is not below a value. */
function placeOf(sorted: Float64Array, length: number, value: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
