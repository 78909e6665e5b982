import type { RowSelection } from '../contract/row-selection.ts';

/** Adjusted p values from here on are what chance may well show. */
export const SIGNIFICANT = 0.05;

/**
 * What a part is explained against: the selection without its filters on the columns that the part is selected by, so that
 * there is a rest even where the part is what the selection chose.
 */
export function explainedAgainst(selection: RowSelection, part: RowSelection): RowSelection {
  const chosen = new Set(part.filters.map(({ column }) => column));
  return {
    filters: selection.filters.filter(({ column }) => !chosen.has(column)),
    search: part.search === '' ? selection.search : '',
  };
}
