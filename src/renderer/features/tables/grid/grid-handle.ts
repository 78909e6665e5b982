import type { GridApi } from 'ag-grid-community';
import type { PageRow } from './page-row.ts';

/** What the page can have the grid do. */
export interface GridHandle {
  /** Brings a column into sight, its first cell in sight focused. */
  readonly showColumn: (name: string) => void;
  readonly focusHead: (name: string) => void;
  /** Focuses the row above or below; whether there is one. */
  readonly step: (by: -1 | 1) => boolean;
  readonly focus: () => void;
  /** The row that has the focus, or null. */
  readonly focusedRow: () => PageRow | null;
  /** Makes columns as wide as what they show; null: all. */
  readonly fit: (column: string | null) => void;
  /** The first row in sight, from 0. */
  readonly top: () => number;
  readonly scrollTo: (row: number) => void;
}

/** Before there is a grid. */
export const NO_GRID: GridHandle = {
  showColumn: () => undefined,
  focusHead: () => undefined,
  step: () => false,
  focus: () => undefined,
  focusedRow: () => null,
  fit: () => undefined,
  top: () => 0,
  scrollTo: () => undefined,
};

export function gridHandle(api: GridApi<PageRow>): GridHandle {
  const firstInSight = (): number => Math.max(0, api.getFirstDisplayedRowIndex());
  return {
    showColumn: (name) => {
      api.ensureColumnVisible(name, 'middle');
      const row = api.getFocusedCell()?.rowIndex ?? firstInSight();
      api.setFocusedCell(row, name);
      api.flashCells({ columns: [name] });
    },
    focusHead: (name) => {
      api.ensureColumnVisible(name);
      api.setFocusedHeader(name);
    },
    step: (by) => {
      const focused = api.getFocusedCell();
      const row = (focused?.rowIndex ?? firstInSight() - by) + by;
      const column = focused?.column ?? api.getAllDisplayedColumns()[0];
      if (column === undefined || row < 0 || row >= api.getDisplayedRowCount()) return false;
      api.ensureIndexVisible(row);
      api.setFocusedCell(row, column);
      return true;
    },
    focus: () => {
      const focused = api.getFocusedCell();
      const column = focused?.column ?? api.getAllDisplayedColumns()[0];
      if (column !== undefined) api.setFocusedCell(focused?.rowIndex ?? firstInSight(), column);
    },
    focusedRow: () => {
      const index = api.getFocusedCell()?.rowIndex;
      return (index === undefined ? undefined : api.getDisplayedRowAtIndex(index)?.data) ?? null;
    },
    fit: (column) => (column === null ? api.autoSizeAllColumns() : api.autoSizeColumns([column])),
    top: firstInSight,
    scrollTo: (row) => {
      if (row < api.getDisplayedRowCount()) api.ensureIndexVisible(row, 'top');
    },
  };
}
