import { wilsonInterval, type Interval } from './wilson-interval.ts';

/** A difference of two shares with its 95 % interval, -1..1. */
export interface ProportionDifference extends Interval {
  readonly difference: number;
}

/**
 * The share `k1` of `n1` less the share `k2` of `n2`, with the 95 % interval of independent shares by Newcombe's hybrid of two
 * Wilson intervals. `null` where one of the shares has no base. Source: Newcombe 1998, Statistics in Medicine 17:873, method 10.
 */
export function proportionDifference(k1: number, n1: number, k2: number, n2: number): ProportionDifference | null {
  const [one, other] = [wilsonInterval(k1, n1), wilsonInterval(k2, n2)];
  if (one === null || other === null) return null;
  const [p1, p2] = [k1 / n1, k2 / n2];
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - one.low, other.high - p2),
    high: difference + Math.hypot(one.high - p1, p2 - other.low),
  };
}

/** Whether the interval tells the difference from nothing. */
export function isClear({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}
