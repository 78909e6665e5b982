import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import type { BlockCell } from '../../../../shared/row-block-cells.ts';

/** What the value of a cell stands for, where it is more than the value itself. */
export type CellMeaning =
  | { readonly kind: 'value' }
  /** Empty: NULL in the table. */
  | { readonly kind: 'missing' }
  /** A number that stands for something. */
  | { readonly kind: 'not-executed' | 'not-computed' | 'gave-up' }
  /** A number that cannot be what its column says. */
  | { readonly kind: 'overlap' | 'negative-time' | 'beyond-one' };

const VALUE: CellMeaning = { kind: 'value' };
const MISSING: CellMeaning = { kind: 'missing' };
const OTHER_TIME = /^total_time_ms_other_/;

/**
 * What a stored value means in its column: sentinels for what they stand for, numbers that look wrong for why. TOPIQ answers
 * -1 where it gave up; the time of no microservice is negative where near and far ran side by side.
 */
export function cellMeaning(column: CardColumn, value: BlockCell | undefined): CellMeaning {
  if (value === null || value === undefined || value === '') return MISSING;
  if (typeof value !== 'number') return VALUE;
  if (column.sentinel === value && column.kind !== 'duration')
    return { kind: column.kind === 'probability' ? 'not-executed' : 'not-computed' };
  if (column.zeroMeansNotExecuted && value === 0) return { kind: 'not-executed' };
  if (column.microservice === 'topiq' && column.kind === 'score' && value === -1) return { kind: 'gave-up' };
  if (column.kind === 'probability' && (value < 0 || value > 1)) return { kind: 'beyond-one' };
  if (column.kind === 'duration' && value < 0)
    return { kind: OTHER_TIME.test(column.name) ? 'overlap' : 'negative-time' };
  return VALUE;
}

/** Whether a meaning is shown instead of the value. */
export function replacesValue({ kind }: CellMeaning): boolean {
  return kind === 'missing' || kind === 'not-executed' || kind === 'not-computed' || kind === 'gave-up';
}

/** Whether a value should catch the eye as one to look into. */
export function looksWrong({ kind }: CellMeaning): boolean {
  return kind === 'overlap' || kind === 'negative-time' || kind === 'beyond-one';
}
