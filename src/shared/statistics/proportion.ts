import type { Proportion } from '../contract/figures.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** `k` of `n` with the rate and its Wilson 95 % interval, computed from the counts. */
export function proportion(k: number, n: number): Proportion {
  const interval = wilsonInterval(k, n);
  return { n, k, rate: n === 0 ? null : k / n, low: interval?.low ?? null, high: interval?.high ?? null };
}
