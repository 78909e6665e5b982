import type { ColumnFilter, RowSelection } from '../../shared/contract/row-selection.ts';

/** The selection of rows that a page works under, wherever the page keeps it. */
export interface SelectionStore {
  readonly selection: RowSelection;
  /** Changes of one `topic` in quick succession are undone together, and so are all up to the first that is not `isHeld`. */
  readonly change: (next: RowSelection, topic?: string, isHeld?: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The selection with a filter put in the place of the one at `index`, or added where that is null. */
export function withFilter(selection: RowSelection, filter: ColumnFilter, index: number | null): RowSelection {
  const filters =
    index === null ? [...selection.filters, filter] : selection.filters.map((old, at) => (at === index ? filter : old));
  return { ...selection, filters };
}

/** The selection without the filter at `index`; all of it where that is null. */
export function withoutFilter(selection: RowSelection, index: number | null): RowSelection {
  return index === null ? selection : { ...selection, filters: selection.filters.filter((_, at) => at !== index) };
}

/** Where the first filter of a column stands, or null. */
export function filterOfColumn({ filters }: RowSelection, column: string): number | null {
  const index = filters.findIndex((filter) => filter.column === column);
  return index < 0 ? null : index;
}

/** Whether the selection leaves out any row at all. */
export function selectsEvery({ filters, search }: RowSelection): boolean {
  return filters.length === 0 && search.trim() === '';
}
