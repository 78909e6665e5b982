/**
 * Figures of values of which each is there a number of times: `values` ascending and different, `counts` as many or more.
 * Typed arrays alone: these loops run over every counter of an answer.
 */

/** How many values there are, and their sum. */
export interface CountedTotal {
  readonly n: number;
  readonly sum: number;
}

export function countedTotal(values: Float64Array, counts: Uint32Array): CountedTotal {
  let [n, sum] = [0, 0];
  for (let place = 0; place < values.length; place += 1) {
    const count = counts[place] ?? 0;
    // Most counters are at 0.
    if (count === 0) continue;
    n += count;
    sum += count * (values[place] ?? 0);
  }
  return { n, sum };
}

/** The least and the greatest value; null where there are none. */
export function countedExtremes(values: Float64Array, counts: Uint32Array): readonly [number, number] | null {
  let [first, last] = [0, values.length - 1];
  while (first <= last && counts[first] === 0) first += 1;
  while (last > first && counts[last] === 0) last -= 1;
  return first > last ? null : [values[first] ?? 0, values[last] ?? 0];
}

/** Standard deviation of a sample; null under two values. */
export function countedDeviation(values: Float64Array, counts: Uint32Array, { n, sum }: CountedTotal): number | null {
  if (n < 2) return null;
  const mean = sum / n;
  let squares = 0;
  for (let place = 0; place < values.length; place += 1) {
    const count = counts[place] ?? 0;
    if (count > 0) squares += count * ((values[place] ?? 0) - mean) ** 2;
  }
  return Math.sqrt(squares / (n - 1));
}

/**
 * Exact percentiles at `shares` (0..1) of `n` values, interpolated between neighbours as `quantile_cont` does; null where there
 * are none.
 */
export function countedPercentiles(
  values: Float64Array,
  counts: Uint32Array,
  n: number,
  shares: readonly number[],
): readonly (number | null)[] {
  if (n === 0) return shares.map(() => null);
  const places = shares.map((share) => share * (n - 1));
  const wanted = [...new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]))].toSorted(
    (a, b) => a - b,
  );
  const found = new Map<number, number>();
  let [passed, place] = [0, -1];
  for (const position of wanted) {
    while (passed <= position && place < values.length) {
      place += 1;
      passed += counts[place] ?? 0;
    }
    found.set(position, values[place] ?? 0);
  }
  return places.map((position) => {
    const [low, high] = [found.get(Math.floor(position)) ?? 0, found.get(Math.ceil(position)) ?? 0];
    return low + (high - low) * (position - Math.floor(position));
  });
}
