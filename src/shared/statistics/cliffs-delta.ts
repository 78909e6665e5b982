import type { MannWhitney } from './mann-whitney.ts';

/**
 * Cliff's delta, -1..1: how much more often a value of the left group is greater than one of the right than smaller, over
 * all pairs. It goes by order alone, so that a few very long times do not move it. Source: Cliff 1993, Psychological Bulletin
 * 114:494-509.
 */
export function cliffsDelta({ u, nLeft, nRight }: Pick<MannWhitney, 'u' | 'nLeft' | 'nRight'>): number {
  return (2 * u) / nLeft / nRight - 1;
}
