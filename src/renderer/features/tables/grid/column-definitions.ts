import type { ColDef, ColGroupDef, ColumnState } from 'ag-grid-community';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import type { Language } from '../../../../shared/language.ts';
import type { BlockCell } from '../../../../shared/row-block-cells.ts';
import type { CardTable } from '../card-table.ts';
import type { CellClass } from './cell-class.ts';
import type { CellText } from './cell-text.ts';
import type { TableViewState } from '../view/table-view-state.ts';
import { columnStates } from './column-state.ts';
import { HeadPlace, type HeadPlaces } from './head-places.tsx';
import type { PageRow } from './page-row.ts';

const LEAST_WIDTH = 72;

/** What the columns of a table look like. */
export interface ColumnLook {
  readonly text: CellText;
  readonly classes: CellClass;
  readonly language: Language;
  readonly places: HeadPlaces;
}

/** The columns of a table for the grid, under the headings of their sections; a new grid begins with them as in `first`. */
export function columnDefinitions(
  table: CardTable,
  look: ColumnLook,
  hidden: readonly string[],
  first: TableViewState,
): ColGroupDef<PageRow>[] {
  const states = new Map(columnStates(table, first).map((state) => [state.colId, state]));
  return table.sections.map(({ id, label, columns }) => {
    const lead = columns.find(({ name }) => !hidden.includes(name));
    return {
      groupId: id,
      headerName: label[look.language],
      openByDefault: columns.length > 1 && !first.columns.closed.includes(id),
      children: columns.map((column) => ({
        ...definition(column, look, states.get(column.name)),
        // A folded section keeps one column, so that there is something to unfold it by.
        ...(column === lead || columns.length === 1 ? {} : { columnGroupShow: 'open' as const }),
      })),
    };
  });
}

function definition(
  column: CardColumn,
  { text, classes, places }: ColumnLook,
  state: ColumnState | undefined,
): ColDef<PageRow, BlockCell> {
  return {
    colId: column.name,
    headerName: column.name,
    headerComponent: HeadPlace,
    headerComponentParams: { card: column, places },
    ...beginning(state),
    minWidth: LEAST_WIDTH,
    sortable: true,
    resizable: true,
    valueGetter: ({ data }) => data?.read(column.name),
    valueFormatter: ({ value }) => text.text(column, value ?? undefinedOf(value)),
    cellClass: ({ value }) => classes(column, value ?? undefinedOf(value)),
    tooltip: ({ value }: { readonly value?: BlockCell | null }) => text.note(column, value),
  };
}

/** How a new grid shows the column; later it is told by its state. */
function beginning(state: ColumnState | undefined): ColDef<PageRow, BlockCell> {
  if (state === undefined) return {};
  const { width, pinned, hide, sort, sortIndex } = state;
  return {
    ...(width == null ? {} : { initialWidth: width }),
    ...(pinned == null ? {} : { initialPinned: pinned }),
    initialHide: hide === true,
    ...(sort == null || sortIndex == null ? {} : { initialSort: sort, initialSortIndex: sortIndex }),
  };
}

/** The grid's types say that a value is there or null; of a row that is not loaded yet it is undefined. */
function undefinedOf(value: BlockCell | null | undefined): null | undefined {
  return value === null ? null : undefined;
}
