import type { ColumnDifference } from '../../../../shared/contract/aggregate.ts';
import { SIGNIFICANT } from '../../../../shared/dashboards/explained-difference.ts';
import { effectSize } from '../../../../shared/statistics/effect-strength.ts';

/** A ranking by what can be made of it: each list in its order. */
export interface RankedDifferences {
  readonly notable: readonly ColumnDifference[];
  /** Surely there, but negligible in size. */
  readonly slight: readonly ColumnDifference[];
  /** What chance may well show. */
  readonly chance: readonly ColumnDifference[];
  /** What the part was selected by. */
  readonly related: readonly ColumnDifference[];
}

export function rankedDifferences(differences: readonly ColumnDifference[]): RankedDifferences {
  const unrelated = differences.filter(({ isRelated }) => !isRelated);
  const sure = unrelated.filter(({ p }) => p < SIGNIFICANT);
  return {
    notable: sure.filter(({ strength }) => effectSize(strength) !== 'negligible'),
    slight: sure.filter(({ strength }) => effectSize(strength) === 'negligible'),
    chance: unrelated.filter(({ p }) => p >= SIGNIFICANT),
    related: differences.filter(({ isRelated }) => isRelated),
  };
}
