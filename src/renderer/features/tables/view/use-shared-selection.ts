import { useEffect, useState } from 'react';
import type { RowSelection } from '../../../../shared/contract/row-selection.ts';
import type { ViewState } from '../../../state/use-view-history.ts';
import { useWorkspaceSelection } from '../../../state/workspace-selection.ts';
import type { CardTable } from '../card-table.ts';
import type { TableViewState } from './table-view-state.ts';

/** The filters of a selection that a table can hold. */
export function selectionFor(selection: RowSelection, isKnown: (column: string) => boolean): RowSelection {
  return { ...selection, filters: selection.filters.filter(({ column }) => isKnown(column)) };
}

/** The selection of the workspace after a table has changed it: filters on columns that the table has not stay as they are. */
export function selectionAfter(
  shared: RowSelection,
  ofTable: RowSelection,
  isKnown: (column: string) => boolean,
): RowSelection {
  const strange = shared.filters.filter(({ column }) => !isKnown(column));
  return { ...ofTable, filters: [...strange, ...ofTable.filters] };
}

/**
 * Keeps the selection of a table and that of its workspace the same: a table that is opened takes over the filters under which
 * the other pages are, unless an address asks for others, and every change of them goes back. False until that is settled.
 */
export function useSharedSelection(
  workspace: string,
  table: CardTable,
  { state, isReady, change }: ViewState<TableViewState>,
  linked: RowSelection | null,
): boolean {
  const { state: shared, isReady: isSharedReady, change: share } = useWorkspaceSelection(workspace, null, false);
  const [isSettled, setSettled] = useState(false);
  // The address has forgotten it by the time that the selection of the workspace has been read.
  const [asked] = useState(linked);
  const { selection } = state;
  useEffect(() => {
    if (isSettled || !isReady || !isSharedReady) return;
    const wanted = asked ?? selectionFor(shared.selection, (column) => table.byName.has(column));
    change((present) => ({ ...present, selection: wanted }));
    // oxlint-disable-next-line react/set-state-in-effect -- once, together with the change that it tells of
    setSettled(true);
  }, [isSettled, isReady, isSharedReady, asked, shared.selection, table, change]);
  useEffect(() => {
    if (!isSettled) return;
    share(
      (present) => ({
        ...present,
        selection: selectionAfter(present.selection, selection, (column) => table.byName.has(column)),
      }),
      'table',
    );
  }, [isSettled, selection, table, share]);
  return isSettled;
}
