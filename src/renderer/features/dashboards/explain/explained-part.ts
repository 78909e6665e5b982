import type { RowSelection } from '../../../../shared/contract/row-selection.ts';

/** What a chart over these columns can have explained: the rows that the filters on them select; null where there are none. */
export function explainedPart(selection: RowSelection, columns: readonly string[]): RowSelection | null {
  const filters = selection.filters.filter(({ column }) => columns.includes(column));
  return filters.length === 0 ? null : { filters, search: '' };
}
