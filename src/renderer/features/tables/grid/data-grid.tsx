import {
  createGrid,
  type CellFocusedEvent,
  type CellKeyDownEvent,
  type GridApi,
  type SuppressHeaderKeyboardEventParams,
  type SuppressKeyboardEventParams,
} from 'ag-grid-community';
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useInsertionEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';
import { gridLocale } from '../../../components/grid/grid-locale.ts';
import { FailurePanel } from '../../../components/failure-panel.tsx';
import { useClient } from '../../../client/client-context.ts';
import { useLanguage } from '../../../i18n/use-words.ts';
import type { AppError } from '../../../../shared/result.ts';
import { gridModules } from '../grid-modules.ts';
import { useTable } from '../table-context.ts';
import { HEAD_HEIGHT } from '../table-theme.ts';
import { cellClasses } from './cell-class.ts';
import { columnDefinitions } from './column-definitions.ts';
import { Heads, HeadPlaces } from './head-places.tsx';
import { GRID_OPTIONS, PAGE } from './grid-options.ts';
import { gridHandle, NO_GRID, type GridHandle } from './grid-handle.ts';
import { isOurKey, useGridKeys } from './grid-keys.ts';
import type { PageRow } from './page-row.ts';
import { RowSource } from './row-source.ts';
import { useColumnSync } from './use-column-sync.ts';
import styles from './grid.module.css';

/** Milliseconds after which a grid without rows shows where they will be: to draw that takes as long as to draw the rows. */
const PATIENCE = 200;
/** The rows of a table as far as one can scroll, in the view that the page holds. */
export function DataGrid({
  handle,
  rowCount,
  countedAt,
  current,
  onOpen,
  onClose,
  onFollow,
  onCopied,
  onReady,
}: {
  readonly handle: Ref<GridHandle>;
  /** Rows of the view; null while they are counted. */
  readonly rowCount: number | null;
  /** When they were counted: the same rows counted again means that they were changed, and are read again. */
  readonly countedAt: number;
  /** The transaction whose details are shown. */
  readonly current: number | null;
  readonly onOpen: (row: PageRow) => void;
  readonly onClose: () => void;
  /** The focus went to another row. */
  readonly onFollow: (row: PageRow) => void;
  readonly onCopied: (rows: number, isDone: boolean) => void;
  readonly onReady: () => void;
}): ReactNode {
  const client = useClient();
  const language = useLanguage();
  const context = useTable();
  const { workspace, model, table, view, overviews, text, hasHistograms } = context;
  const { selection, columns } = view.state;
  const [api, setApi] = useState<GridApi<PageRow> | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const visible = useMemo(
    () => table.columns.map(({ name }) => name).filter((name) => !columns.hidden.includes(name)),
    [table, columns.hidden],
  );
  const source = useMemo(() => new RowSource(client, setFailure), [client]);
  // Before the grid is made, which takes longer than the first page.
  const begin = useEffectEvent(() => {
    source.wish({ workspace, table: table.name, selection, columns: visible });
    source.begin(view.state.order, PAGE);
  });
  useInsertionEffect(() => begin(), [source]);
  useEffect(
    () => source.wish({ workspace, table: table.name, selection, columns: visible }),
    [source, workspace, table.name, selection, visible],
  );
  const [first] = useState(view.state);
  const [places] = useState(() => new HeadPlaces());
  const definitions = useMemo(
    () =>
      columnDefinitions(
        table,
        { text, classes: cellClasses(model.responses), language, places },
        columns.hidden,
        first,
      ),
    [table, text, model, language, places, columns.hidden, first],
  );
  const { onColumnsMoved, isSynced } = useColumnSync(api, table, view);
  const { onCellKeyDown, onCellClicked } = useGridKeys({ onOpen, onClose, onCopied });
  const headerHeight = hasHistograms ? HEAD_HEIGHT.histogram : HEAD_HEIGHT.plain;

  const host = useRef<HTMLDivElement>(null);
  const onMoved = useEffectEvent(onColumnsMoved);
  const onSorted = useEffectEvent((sorted: GridApi<PageRow>) => {
    source.cancel();
    onColumnsMoved();
    if (rowCount !== null) sorted.setRowCount(rowCount, true);
  });
  const onKey = useEffectEvent(onCellKeyDown);
  const onClicked = useEffectEvent(onCellClicked);
  const onFocused = useEffectEvent(({ rowIndex, api: focused }: CellFocusedEvent<PageRow>) => {
    const row = rowIndex === null ? undefined : focused.getDisplayedRowAtIndex(rowIndex)?.data;
    if (row !== undefined) onFollow(row);
  });
  const make = useEffectEvent((element: HTMLElement) =>
    createGrid<PageRow>(
      element,
      {
        ...GRID_OPTIONS,
        datasource: source,
        headerHeight,
        columnDefs: definitions,
        localeText: gridLocale(language),
        defaultColDef: { suppressKeyboardEvent, suppressHeaderKeyboardEvent: suppressHeaderKey(context.openHead) },
        onColumnMoved: () => onMoved(),
        onColumnPinned: () => onMoved(),
        onColumnVisible: () => onMoved(),
        onColumnResized: ({ finished }) => {
          if (finished) onMoved();
        },
        onColumnGroupOpened: () => onMoved(),
        onSortChanged: ({ api: sorted }) => onSorted(sorted),
        onCellKeyDown: (event) => onKey(event as CellKeyDownEvent<PageRow>),
        onCellFocused: (event) => onFocused(event),
        onCellClicked: (event) => onClicked(event),
      },
      { modules: gridModules },
    ),
  );
  const shownDefinitions = useRef(definitions);
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const made = make(host.current);
    setApi(made);
    return () => made.destroy();
  }, [source]);
  useLayoutEffect(() => {
    if (api === null || api.isDestroyed()) return;
    if (shownDefinitions.current !== definitions) api.setGridOption('columnDefs', definitions);
    shownDefinitions.current = definitions;
  }, [api, definitions]);
  useLayoutEffect(() => {
    if (api !== null && !api.isDestroyed()) api.setGridOption('headerHeight', headerHeight);
  }, [api, headerHeight]);

  useImperativeHandle(handle, () => (api === null ? NO_GRID : gridHandle(api)), [api]);
  useEffect(() => {
    if (api !== null && isSynced) onReady();
  }, [api, isSynced, onReady]);

  const selectionText = JSON.stringify(selection);
  const shownSelection = useRef(selectionText);
  useEffect(() => {
    if (api === null || shownSelection.current === selectionText) return;
    shownSelection.current = selectionText;
    source.cancel();
    api.deselectAll();
    if (api.getDisplayedRowCount() > 0) api.ensureIndexVisible(0, 'top');
    api.purgeInfiniteCache();
    api.setRowCount(PAGE, false);
  }, [api, source, selectionText]);

  const visibleText = visible.join('\n');
  const shownColumns = useRef(visibleText);
  useEffect(() => {
    if (api === null || shownColumns.current === visibleText) return;
    const had = new Set(shownColumns.current.split('\n'));
    shownColumns.current = visibleText;
    if (visibleText.split('\n').some((name) => !had.has(name))) api.refreshInfiniteCache();
  }, [api, visibleText]);

  useEffect(() => {
    source.count(rowCount);
    if (api === null || !isSynced || rowCount === null || !source.hasRows) return;
    if (api.getDisplayedRowCount() !== rowCount || api.isLastRowIndexKnown() !== true) api.setRowCount(rowCount, true);
  }, [api, isSynced, rowCount, source]);
  useEffect(() => {
    if (api === null) return undefined;
    const timer = setTimeout(() => {
      if (!source.hasRows && !api.isDestroyed()) api.setRowCount(PAGE, false);
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [api, source]);

  const counted = useRef({ selectionText, countedAt: 0 });
  useEffect(() => {
    const before = counted.current;
    counted.current = { selectionText, countedAt };
    if (before.countedAt === 0 || countedAt === 0 || before.countedAt === countedAt) return;
    if (before.selectionText !== selectionText) return;
    overviews.clear();
    api?.refreshInfiniteCache();
  }, [api, overviews, selectionText, countedAt]);

  return (
    <div className={styles['grid']}>
      {/* Marks the row without drawing it anew, wherever it scrolls to. */}
      {current !== null && <style>{currentRowStyle(current)}</style>}
      <div ref={host} className={styles['host']} />
      <Heads places={places} />
      {failure !== null && (
        <div className={styles['over']}>
          <FailurePanel
            error={failure}
            onRetry={() => {
              setFailure(null);
              api?.purgeInfiniteCache();
            }}
          />
        </div>
      )}
    </div>
  );
}

function currentRowStyle(id: number): string {
  return `.ag-row[row-id="${id}"]{background:var(--vs-accent-soft);box-shadow:inset 3px 0 0 var(--vs-accent)}`;
}

function suppressKeyboardEvent({ event }: SuppressKeyboardEventParams<PageRow>): boolean {
  return isOurKey(event);
}

/** Keys on a head: Alt+Down or the menu key opens its menu, Ctrl+Enter its filter. */
function suppressHeaderKey(open: ReturnType<typeof useTable>['openHead']) {
  return ({ event, column }: SuppressHeaderKeyboardEventParams<PageRow>): boolean => {
    const isMenu =
      (event.key === 'ArrowDown' && event.altKey) ||
      event.key === 'ContextMenu' ||
      (event.key === 'F10' && event.shiftKey);
    const isFilter = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isMenu && !isFilter) return false;
    const head = event.target instanceof Element ? event.target.closest('.ag-header-cell') : null;
    if (head === null || !('getColId' in column)) return false;
    event.preventDefault();
    open(isMenu ? 'menu' : 'filter', column.getColId(), head);
    return true;
  };
}
