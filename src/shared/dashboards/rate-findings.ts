import type { Proportion } from '../contract/figures.ts';
import { normalTwoSided } from '../statistics/normal-distribution.ts';
import { proportion } from '../statistics/proportion.ts';

/** A rate of one of several groups. */
export interface KeyedRate {
  readonly key: string | null;
  readonly rate: Proportion;
}

/** Under so many a rate is not singled out. */
export const LEAST_FOR_FINDING = 30;

/** What the rates of several groups show. */
export type RateFinding =
  /** One group lies above the others together beyond chance. */
  | { readonly kind: 'stands-out'; readonly highest: KeyedRate; readonly others: Proportion }
  /** No group does. */
  | { readonly kind: 'alike'; readonly overall: Proportion }
  /** None of them is known well enough. */
  | { readonly kind: 'too-few' };

/** Under so many cases the test below, which rests on the normal distribution, says nothing. */
const LEAST_CASES = 5;

/** How unlikely chance must be, over all groups looked at together. */
const SIGNIFICANT = 0.05;

/**
 * Which of several groups stands out upwards: the one of the highest rate, of those with at least {@link LEAST_FOR_FINDING},
 * if a two-sided z test against the others together, times the number of groups (Bonferroni), stays under 5 %.
 */
export function standsOut(rates: readonly KeyedRate[]): RateFinding {
  const known = rates.filter(({ rate }) => rate.n >= LEAST_FOR_FINDING);
  const [highest] = known.toSorted((left, right) => (right.rate.rate ?? 0) - (left.rate.rate ?? 0));
  if (highest === undefined) return { kind: 'too-few' };
  const others = pooled(rates.filter(({ key }) => key !== highest.key));
  const isHigher = (highest.rate.rate ?? 0) > (others.rate ?? 1);
  return isHigher && highest.rate.k >= LEAST_CASES && differenceP(highest.rate, others) * known.length < SIGNIFICANT
    ? { kind: 'stands-out', highest, others }
    : { kind: 'alike', overall: pooled(rates) };
}

/** Probability that two equal shares differ by so much: two-sided z test with the pooled share. 1 where it cannot be told. */
export function differenceP(one: Proportion, other: Proportion): number {
  if (one.n === 0 || other.n === 0) return 1;
  const share = (one.k + other.k) / (one.n + other.n);
  const spread = Math.sqrt(share * (1 - share) * (1 / one.n + 1 / other.n));
  return spread === 0 ? 1 : normalTwoSided((one.k / one.n - other.k / other.n) / spread);
}

function pooled(rates: readonly KeyedRate[]): Proportion {
  const sum = (count: (rate: Proportion) => number): number => rates.reduce((all, { rate }) => all + count(rate), 0);
  return proportion(
    sum(({ k }) => k),
    sum(({ n }) => n),
  );
}

/** What two rates of disjoint groups show. */
export interface RateContrast {
  readonly one: Proportion;
  readonly other: Proportion;
  /** `higher`, `lower`: beyond chance. */
  readonly kind: 'higher' | 'lower' | 'alike' | 'too-few';
}

/** Compares the rate of one group with that of another. */
export function contrast(one: Proportion, other: Proportion): RateContrast {
  if (one.n < LEAST_FOR_FINDING || other.n < LEAST_FOR_FINDING) return { one, other, kind: 'too-few' };
  if (one.k + other.k < LEAST_CASES || differenceP(one, other) >= SIGNIFICANT) return { one, other, kind: 'alike' };
  return { one, other, kind: (one.rate ?? 0) > (other.rate ?? 0) ? 'higher' : 'lower' };
}
