import type { ColumnDifference } from '../../../../shared/contract/aggregate.ts';

/** What a comparison found, before it is set beside the others: `p` is not adjusted yet. */
export type Finding = Pick<ColumnDifference, 'effect' | 'strength' | 'p' | 'nPart' | 'nRest' | 'centre' | 'shape'> & {
  /** p values of tests of the same column that are not told: they count where p values are adjusted. */
  readonly alsoTested?: readonly number[];
};
