import type { ColumnDifference } from '../../../../shared/contract/aggregate.ts';

/** What a comparison found, before it is set beside the others: `p` is not adjusted yet. */
export type Finding = Pick<ColumnDifference, 'effect' | 'strength' | 'p' | 'nPart' | 'nRest' | 'centre' | 'shape'>;
