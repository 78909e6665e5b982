import type { ColumnFilter, RowSelection } from '../../shared/contract/row-selection.ts';

/** The selection with `filter` in the place of all filters on its column. */
export function withOnlyFilter(selection: RowSelection, filter: ColumnFilter): RowSelection {
  const at = selection.filters.findIndex(({ column }) => column === filter.column);
  const others = selection.filters.filter(({ column }) => column !== filter.column);
  // Where it stood before, so that the chips do not jump.
  return { ...selection, filters: at < 0 ? [...others, filter] : others.toSpliced(at, 0, filter) };
}

/** The selection without the filters on a column. */
export function withoutColumn(selection: RowSelection, column: string): RowSelection {
  return { ...selection, filters: selection.filters.filter((filter) => filter.column !== column) };
}

/**
 * The selection after a click on what `filter` stands for: by it alone on its column; without it where that is so already.
 * `add`: values are added to, or taken out of, those that are chosen.
 */
export function toggledFilter(selection: RowSelection, filter: ColumnFilter, add = false): RowSelection {
  const present = selection.filters.filter(({ column }) => column === filter.column);
  const [only] = present;
  if (present.length === 1 && JSON.stringify(only) === JSON.stringify(filter))
    return withoutColumn(selection, filter.column);
  const isListed = only?.kind === 'values' && !only.exclude && filter.kind === 'values' && present.length === 1;
  if (!add || !isListed) return withOnlyFilter(selection, filter);
  const chosen = new Set(only.values);
  for (const value of filter.values) if (!chosen.delete(value)) chosen.add(value);
  if (chosen.size === 0) return withoutColumn(selection, filter.column);
  return withOnlyFilter(selection, { ...filter, values: [...chosen] });
}
