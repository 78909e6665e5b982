/**
 * The percentile of values of which each is there `counts` times, interpolated between neighbours as `quantile_cont` does; `null` where
 * there are none. `values` ascending, `at` 0..1.
 */
export function countedPercentile(values: ArrayLike<number>, counts: ArrayLike<number>, at: number): number | null {
  let n = 0;
  for (let place = 0; place < counts.length; place += 1) n += counts[place] ?? 0;
  if (n === 0) return null;
  const place = at * (n - 1);
  const low = valueAt(values, counts, Math.floor(place));
  const high = valueAt(values, counts, Math.ceil(place));
  return low + (high - low) * (place - Math.floor(place));
}

function valueAt(values: ArrayLike<number>, counts: ArrayLike<number>, position: number): number {
  let passed = 0;
  for (let place = 0; place < counts.length; place += 1) {
    passed += counts[place] ?? 0;
    if (passed > position) return values[place] ?? 0;
  }
  return values[values.length - 1] ?? 0;
}
