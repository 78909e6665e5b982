import { z } from 'zod';
import { RowOrder, RowSelection } from '../../../../shared/contract/row-selection.ts';

const names = z.array(z.string()).max(300);

/** How the columns are laid out, told as what differs from the table's own layout. */
export const ColumnLayout = z.object({
  /** Columns from left to right; those that are not named follow in the table's own order. Empty: as the table has them. */
  sequence: names.default([]),
  /** CSS pixels, for columns that were made wider or narrower. */
  widths: z.record(z.string(), z.number().min(20).max(4000)).default({}),
  /** Frozen at the left and right edge. */
  left: names.default([]),
  right: names.default([]),
  hidden: names.default([]),
  /** Sections that show only their first column. */
  closed: names.default([]),
});
export type ColumnLayout = z.infer<typeof ColumnLayout>;

/** What a person set in a table: which rows, in what order, which columns. */
export const TableViewState = z.object({
  selection: RowSelection,
  order: RowOrder,
  columns: ColumnLayout,
  /** Whether the heads show how the values are spread. */
  histograms: z.boolean().default(true),
});
export type TableViewState = z.infer<typeof TableViewState>;

export const FIRST_VIEW: TableViewState = {
  selection: { filters: [], search: '' },
  order: [],
  columns: { sequence: [], widths: {}, left: [], right: [], hidden: [], closed: ['section:date'] },
  histograms: true,
};

/** A view as it was kept; null where it is none that this version understands. */
export function parseTableView(json: unknown): TableViewState | null {
  const parsed = TableViewState.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** The number of a row is no column of a table, and rows are selected by it all the same. */
const ROW_NUMBER = 'id';

/** The view without what names columns that the table does not have, and whether there was any. */
export function fitView(
  view: TableViewState,
  isKnown: (column: string) => boolean,
): { readonly view: TableViewState; readonly left: readonly string[] } {
  const strange = new Set<string>();
  const known = (column: string): boolean => {
    if (!isKnown(column)) strange.add(column);
    return isKnown(column);
  };
  const { sequence, widths, left, right, hidden, closed } = view.columns;
  const fitted: TableViewState = {
    ...view,
    selection: {
      ...view.selection,
      filters: view.selection.filters.filter(({ column }) => column === ROW_NUMBER || known(column)),
    },
    order: view.order.filter(({ column }) => known(column)),
    columns: {
      sequence: sequence.filter(known),
      widths: Object.fromEntries(Object.entries(widths).filter(([column]) => known(column))),
      left: left.filter(known),
      right: right.filter(known),
      hidden: hidden.filter(known),
      closed,
    },
  };
  return strange.size === 0 ? { view, left: [] } : { view: fitted, left: [...strange] };
}
