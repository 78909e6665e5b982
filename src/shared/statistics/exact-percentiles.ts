/** Buckets among which values are dealt out, so that only those with a wanted value are sorted. */
const BUCKETS = 4096;

/**
 * Exact percentiles of numbers in any order, interpolated between neighbours as `quantile_cont` does; null for no values.
 * The numbers stay as they are. Looks at every number three times instead of sorting them all.
 */
export function exactPercentiles(values: Float64Array, at: readonly number[]): readonly (number | null)[] {
  if (values.length === 0) return at.map(() => null);
  const places = at.map((share) => share * (values.length - 1));
  const ranked = valuesAtRanks(values, [...new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]))]);
  return places.map((place) => {
    const low = ranked.get(Math.floor(place)) ?? 0;
    const high = ranked.get(Math.ceil(place)) ?? 0;
    return low + (high - low) * (place - Math.floor(place));
  });
}

/** The values at ranks from 0, the smallest. */
function valuesAtRanks(values: Float64Array, ranks: readonly number[]): ReadonlyMap<number, number> {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = most > least ? (BUCKETS - 1) / (most - least) : 0;
  const starts = new Uint32Array(BUCKETS + 1);
  for (const value of values) {
    const bucket = ((value - least) * scale) | 0;
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket += 1)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const bucketOfRank = (rank: number): number => starts.findIndex((start) => start > rank) - 1;
  const wanted = new Map<number, Float64Array>();
  const isWanted = new Uint8Array(BUCKETS);
  for (const rank of ranks) {
    const bucket = bucketOfRank(rank);
    isWanted[bucket] = 1;
    wanted.set(bucket, new Float64Array((starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0)));
  }
  const filled = new Uint32Array(BUCKETS);
  for (const value of values) {
    const bucket = ((value - least) * scale) | 0;
    if (isWanted[bucket] === 0) continue;
    const place = filled[bucket] ?? 0;
    const contents = wanted.get(bucket);
    if (contents !== undefined) contents[place] = value;
    filled[bucket] = place + 1;
  }
  for (const contents of wanted.values()) contents.sort();
  return new Map(
    ranks.map((rank) => {
      const bucket = bucketOfRank(rank);
      return [rank, wanted.get(bucket)?.[rank - (starts[bucket] ?? 0)] ?? most];
    }),
  );
}
