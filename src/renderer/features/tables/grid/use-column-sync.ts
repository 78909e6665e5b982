import type { GridApi } from 'ag-grid-community';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ViewState } from '../../../state/use-view-history.ts';
import type { CardTable } from '../card-table.ts';
import type { TableViewState } from '../view/table-view-state.ts';
import { applyColumns, readColumns } from './column-state.ts';
import type { PageRow } from './page-row.ts';

/**
 * Keeps the columns and the order of the grid and of the view alike: what is done in the grid becomes a step of the view,
 * what the view says (undo, a link, the panel of columns) is shown by the grid.
 */
export function useColumnSync(
  api: GridApi<PageRow> | null,
  table: CardTable,
  view: ViewState<TableViewState>,
): { readonly onColumnsMoved: () => void; readonly isSynced: boolean } {
  const [isSynced, setSynced] = useState(false);
  const isApplying = useRef(false);
  const frame = useRef<number | null>(null);
  const { state, change } = view;
  const { columns, order } = state;

  useEffect(() => {
    if (api === null || api.isDestroyed()) return;
    isApplying.current = true;
    applyColumns(api, table, { ...state, columns, order });
    isApplying.current = false;
    setSynced(true);
    // oxlint-disable-next-line react/exhaustive-deps -- the rest of the state is none of the grid's columns
  }, [api, table, columns, order]);

  /** One gesture tells of itself in several events: they become one step. */
  const onColumnsMoved = useCallback(() => {
    if (api === null || isApplying.current || frame.current !== null) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = null;
      if (api.isDestroyed()) return;
      const shown = readColumns(api, table);
      change((present) => ({ ...present, ...shown }), 'columns');
    });
  }, [api, table, change]);

  useEffect(
    () => () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current);
      frame.current = null;
    },
    [],
  );
  return { onColumnsMoved, isSynced };
}
