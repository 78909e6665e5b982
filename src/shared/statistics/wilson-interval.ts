/** The quantile of the standard normal distribution that leaves 2.5 % on each side. */
const Z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's 95 % score interval, without continuity correction, of a share of `k` in `n`, 0..1. `null` where `n` is 0.
 * Source: Wilson 1927; Newcombe 1998, Statistics in Medicine 17, method 3.
 */
export function wilsonInterval(k: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = k / n;
  const spread = (Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * n)) / n)) / (1 + (Z * Z) / n);
  const centre = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  // The bounds are exactly 0 and 1 at the ends; floating point misses them by a hair.
  return { low: k === 0 ? 0 : centre - spread, high: k === n ? 1 : centre + spread };
}
