import { normalCumulative } from './normal-distribution.ts';

export const EFFECT_SIZES = ['negligible', 'small', 'medium', 'large'] as const;
export type EffectSize = (typeof EFFECT_SIZES)[number];

/**
 * What Cliff's delta would be of two equally large groups whose association is `v`: by the standardised distance d of two
 * normal distributions, d = 2v / √(1 - v²) (Cohen 1988, 2.2.6) and delta = 2Φ(d / √2) - 1 (Vargha & Delaney 2000).
 */
export function deltaOfCramersV(v: number): number {
  if (v >= 1) return 1;
  return 2 * normalCumulative((Math.SQRT2 * v) / Math.sqrt(1 - v * v)) - 1;
}

/**
 * A size of Cliff's delta in words: from 0.11 small, 0.28 medium, 0.43 large, which are Cohen's d of 0.2, 0.5 and 0.8.
 * Source: Vargha & Delaney 2000, Journal of Educational and Behavioral Statistics 25:101-132.
 */
export function effectSize(delta: number): EffectSize {
  const size = Math.abs(delta);
  return size >= 0.43 ? 'large' : size >= 0.28 ? 'medium' : size >= 0.11 ? 'small' : 'negligible';
}
