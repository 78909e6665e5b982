import type { CellClickedEvent, CellKeyDownEvent, GridApi } from 'ag-grid-community';
import { useCallback, useRef } from 'react';
import { copyText } from '../copy-text.ts';
import { exactText } from './cell-text.ts';
import type { PageRow } from './page-row.ts';
import { rowsText } from './rows-text.ts';

const isCopy = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => key.toLowerCase() === 'c' && (ctrlKey || metaKey);
const isExtend = ({ key, shiftKey, ctrlKey }: KeyboardEvent): boolean =>
  shiftKey && !ctrlKey && (key === 'ArrowDown' || key === 'ArrowUp');

const MODIFIERS = new Set(['Shift', 'Control', 'Meta', 'Alt']);

/** Keys on a cell that we answer in place of the grid. */
export function isOurKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.key === ' ' || isCopy(event) || isExtend(event);
}

/**
 * What is done with cells. A click, Enter and the space bar open the row, Escape gives up what is chosen, then closes; Ctrl with a click or the space bar chooses it, Shift
 * with a click or an arrow chooses on; Ctrl+C copies the chosen rows under the names of their columns, or else the cell.
 */
export function useGridKeys({
  onOpen,
  onClose,
  onCopied,
}: {
  readonly onOpen: (row: PageRow) => void;
  /** Closes the details. */
  readonly onClose: () => void;
  readonly onCopied: (rows: number, isDone: boolean) => void;
}): {
  readonly onCellKeyDown: (event: CellKeyDownEvent<PageRow>) => void;
  readonly onCellClicked: (event: CellClickedEvent<PageRow>) => void;
} {
  const anchor = useRef<number | null>(null);
  const onCellKeyDown = useCallback(
    ({ api, data, node, value, rowIndex, column, event }: CellKeyDownEvent<PageRow>) => {
      if (!(event instanceof KeyboardEvent) || rowIndex === null) return;
      if (!isExtend(event) && !isCopy(event) && !MODIFIERS.has(event.key)) anchor.current = null;
      if (isCopy(event)) {
        event.preventDefault();
        const rows = api.getSelectedNodes().toSorted((one, other) => (one.rowIndex ?? 0) - (other.rowIndex ?? 0));
        const names = api.getAllDisplayedColumns().map((shown) => shown.getColId());
        const cells = rows.map((row) => names.map((name) => row.data?.read(name)));
        const copied = rows.length > 0 ? rowsText(names, cells) : exactText(value as Parameters<typeof exactText>[0]);
        void copyText(copied).then((isDone) => onCopied(rows.length, isDone));
      } else if (isExtend(event)) {
        event.preventDefault();
        anchor.current ??= rowIndex;
        const next = rowIndex + (event.key === 'ArrowDown' ? 1 : -1);
        if (next < 0 || next >= api.getDisplayedRowCount()) return;
        api.ensureIndexVisible(next);
        api.setFocusedCell(next, column);
        selectSpan(api, anchor.current, next);
      } else if (event.key === 'Escape') {
        if (api.getSelectedNodes().length > 0) api.deselectAll();
        else onClose();
      } else if (event.key === ' ' && event.ctrlKey) {
        event.preventDefault();
        node.setSelected(node.isSelected() !== true);
      } else if ((event.key === 'Enter' || event.key === ' ') && data !== undefined) {
        event.preventDefault();
        onOpen(data);
      }
    },
    [onOpen, onClose, onCopied],
  );
  const onCellClicked = useCallback(
    ({ api, data, node, rowIndex, event }: CellClickedEvent<PageRow>) => {
      if (!(event instanceof MouseEvent) || rowIndex === null || data === undefined) return;
      if (event.shiftKey) {
        anchor.current ??= rowIndex;
        selectSpan(api, anchor.current, rowIndex);
        return;
      }
      anchor.current = rowIndex;
      if (event.ctrlKey || event.metaKey) node.setSelected(node.isSelected() !== true);
      else {
        api.deselectAll();
        onOpen(data);
      }
    },
    [onOpen],
  );
  return { onCellKeyDown, onCellClicked };
}

function selectSpan(api: GridApi<PageRow>, one: number, other: number): void {
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  const inSpan = Array.from({ length: last - first + 1 }, (_, index) => api.getDisplayedRowAtIndex(first + index));
  const chosen = inSpan.filter((node) => node?.data !== undefined).filter((node) => node !== undefined);
  const wanted = new Set(chosen.map(({ id }) => id));
  api.setNodesSelected({
    nodes: api.getSelectedNodes().filter(({ id }) => !wanted.has(id)),
    newValue: false,
  });
  api.setNodesSelected({ nodes: chosen, newValue: true });
}
