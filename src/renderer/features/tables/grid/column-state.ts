import type { ColumnState, GridApi } from 'ag-grid-community';
import type { RowOrder } from '../../../../shared/contract/row-selection.ts';
import type { CardTable } from '../card-table.ts';
import { layoutOf, placedColumns, type PlacedColumn } from '../view/column-order.ts';
import type { TableViewState } from '../view/table-view-state.ts';
import { columnWidth } from './column-width.ts';
import type { PageRow } from './page-row.ts';

/** The table's own order and widths. */
export function ownColumns(table: CardTable): readonly { readonly name: string; readonly width: number }[] {
  return table.columns.map((column) => ({ name: column.name, width: columnWidth(column) }));
}

/** Columns and order of a view, as the grid takes them. */
export function columnStates(table: CardTable, { columns, order }: TableViewState): ColumnState[] {
  return placedColumns(columns, ownColumns(table)).map(({ name, width, pinned, hidden }) => {
    const at = order.findIndex(({ column }) => column === name);
    const direction = order[at]?.direction;
    return {
      colId: name,
      width,
      pinned,
      hide: hidden,
      sort: direction === undefined ? null : direction === 'ascending' ? 'asc' : 'desc',
      sortIndex: direction === undefined ? null : at,
    };
  });
}

/** What the grid shows now, as a view keeps it. */
export function readColumns(api: GridApi<PageRow>, table: CardTable): Pick<TableViewState, 'columns' | 'order'> {
  const states = api.getColumnState();
  const placed = states.map(({ colId, width, pinned, hide }): PlacedColumn => ({
    name: colId,
    width: Math.round(width ?? 0),
    pinned: pinned === 'left' || pinned === true ? 'left' : pinned === 'right' ? 'right' : null,
    hidden: hide === true,
  }));
  const order: RowOrder = states
    .filter(({ sort }) => sort != null)
    .toSorted((one, other) => (one.sortIndex ?? 0) - (other.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ column: colId, direction: sort === 'desc' ? 'descending' : 'ascending' }));
  const closed = api
    .getColumnGroupState()
    .filter(({ groupId, open }) => !open && isSection(table, groupId))
    .map(({ groupId }) => groupId);
  return { order, columns: layoutOf(placed, ownColumns(table), closed) };
}

/** Shows columns, order and folded sections of a view. Does nothing where the grid shows them already. */
export function applyColumns(api: GridApi<PageRow>, table: CardTable, view: TableViewState): void {
  const shown = readColumns(api, table);
  const wanted = layoutOf(placedColumns(view.columns, ownColumns(table)), ownColumns(table), view.columns.closed);
  if (
    JSON.stringify({ ...shown.columns, closed: [] }) !== JSON.stringify({ ...wanted, closed: [] }) ||
    JSON.stringify(shown.order) !== JSON.stringify(view.order)
  )
    api.applyColumnState({ state: columnStates(table, view), applyOrder: true });
  if (shown.columns.closed.toSorted().join() !== view.columns.closed.toSorted().join())
    api.setColumnGroupState(
      table.sections
        .filter(({ columns }) => columns.length > 1)
        .map(({ id }) => ({ groupId: id, open: !view.columns.closed.includes(id) })),
    );
}

function isSection(table: CardTable, groupId: string): boolean {
  return table.sections.some(({ id, columns }) => id === groupId && columns.length > 1);
}
