import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileImport, IconTableOff } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ModelCard } from '../../../shared/contract/model-card.ts';
import { useClient } from '../../client/client-context.ts';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { useColumnRequest } from '../../state/column-request.ts';
import type { CardTable } from './card-table.ts';
import { FindColumn } from './columns/find-column.tsx';
import { ExportDialog } from './export/export-dialog.tsx';
import { createCellText } from './grid/cell-text.ts';
import { DataGrid } from './grid/data-grid.tsx';
import type { GridHandle } from './grid/grid-handle.ts';
import { HeadPanels, type OpenHead } from './grid/head-panels.tsx';
import { OverviewStore } from './grid/overview-store.ts';
import { SidePanel, type SidePanelKind } from './side-panel.tsx';
import { TableContext, type TableContextValue } from './table-context.ts';
import { TableToolbar } from './table-toolbar.tsx';
import { tableWords } from './table-words.ts';
import { useCopyNotice } from './use-copy-notice.ts';
import { useTableCommands } from './use-table-commands.ts';
import { useTableView } from './view/use-table-view.ts';
import { useScrollMemory } from './view/use-scroll-memory.ts';
import toolbar from '../../components/toolbar.module.css';
import styles from './table-page.module.css';

/** How long the head of a column that was looked for stays marked, in milliseconds. */
const MARKED = 2500;

/** A table with its filters, heads, rows, and what stands beside them. */
export function TableWorkbench({
  workspace,
  model,
  table,
  link,
  row,
}: {
  readonly workspace: string;
  readonly model: ModelCard;
  readonly table: CardTable;
  /** The view that the address asks for, as text. */
  readonly link: string | null;
  /** The transaction whose details the address asks for. */
  readonly row: number | null;
}): ReactNode {
  const t = useWords(tableWords);
  const format = useFormat();
  const language = useLanguage();
  const client = useClient();
  const view = useTableView({ workspace, table, link, row });
  const { selection } = view.state;
  const isLow = useMediaQuery('(max-height: 520px)', false, { getInitialValueInEffect: false }) === true;
  const hasHistograms = view.state.histograms && !isLow;
  const handle = useRef<GridHandle | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const [isGridReady, setGridReady] = useState(false);
  const [head, setHead] = useState<OpenHead | null>(null);
  const [isFinding, setFinding] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const [hasColumns, setHasColumns] = useState(false);
  const [found, setFound] = useState<string | null>(null);
  const count = useCall('grid.count', { workspace, table: table.name, selection }, { enabled: view.isReady });
  const { rows = null, ofRows = null } = count.data ?? {};

  const overviews = useMemo(() => new OverviewStore(client, workspace, table.name), [client, workspace, table.name]);
  useEffect(() => () => overviews.close(), [overviews]);
  useEffect(() => overviews.select(selection), [overviews, selection]);

  const text = useMemo(
    () => createCellText({ t, format, language, responses: model.responses }),
    [t, format, language, model],
  );
  const openHead = useCallback<TableContextValue['openHead']>(
    (panel, name, anchor) => {
      const column = table.byName.get(name);
      const { left, top, width, height } = anchor.getBoundingClientRect();
      if (column !== undefined) setHead({ panel, column, box: { left, top, width, height } });
    },
    [table],
  );
  const context = useMemo(
    () => ({ workspace, model, table, view, overviews, text, openHead, hasHistograms, found }),
    [workspace, model, table, view, overviews, text, openHead, hasHistograms, found],
  );

  const openRow = useCallback(
    (id: number | null) => {
      goTo({ kind: 'table', workspace, table: table.name, view: null, row: id }, { replace: true });
    },
    [workspace, table.name],
  );
  const closeDetail = useCallback(() => {
    openRow(null);
    handle.current?.focus();
  }, [openRow]);

  const { change } = view;
  const goToColumn = useCallback(
    (name: string) => {
      change((state) =>
        state.columns.hidden.includes(name)
          ? { ...state, columns: { ...state.columns, hidden: state.columns.hidden.filter((other) => other !== name) } }
          : state,
      );
      const section = table.sections.find(({ columns }) => columns.some((column) => column.name === name));
      change((state) =>
        section !== undefined && state.columns.closed.includes(section.id)
          ? { ...state, columns: { ...state.columns, closed: state.columns.closed.filter((id) => id !== section.id) } }
          : state,
      );
      setFound(name);
      // The grid lays its columns out in the frame after they are shown.
      requestAnimationFrame(() => requestAnimationFrame(() => handle.current?.showColumn(name)));
    },
    [change, table],
  );
  useEffect(() => {
    if (found === null) return;
    const timer = setTimeout(() => setFound(null), MARKED);
    return () => clearTimeout(timer);
  }, [found]);
  useColumnRequest(workspace, table.name, isGridReady, goToColumn);
  useScrollMemory({ workspace, table: table.name, handle, isReady: isGridReady && rows !== null });

  const onReady = useCallback(() => setGridReady(true), []);
  const onCopied = useCopyNotice();
  const clearFilters = useCallback(
    () => change((state) => ({ ...state, selection: { filters: [], search: '' } })),
    [change],
  );
  useTableCommands({
    onFindColumn: () => setFinding(true),
    onExport: () => setExporting(true),
    onToggleColumns: () => setHasColumns((shown) => !shown),
    onClearFilters: clearFilters,
    onSearch: () => search.current?.focus(),
    onShowRow: () => {
      const focused = handle.current?.focusedRow();
      if (focused) openRow(focused.id);
    },
    onReset: view.reset,
  });

  const side: SidePanelKind | null = hasColumns ? { kind: 'columns' } : row === null ? null : { kind: 'row', id: row };
  const isEmpty = ofRows === 0;
  const closeHead = useCallback(() => {
    setHead((open) => {
      if (open !== null) handle.current?.focusHead(open.column.name);
      return null;
    });
  }, []);

  return (
    <TableContext value={context}>
      <main className={`${toolbar['page'] ?? ''} ${styles['page'] ?? ''}`} aria-busy={!view.isReady}>
        <TableToolbar
          rows={rows}
          ofRows={ofRows}
          searchRef={search}
          hasColumns={hasColumns}
          onToggleColumns={() => setHasColumns(!hasColumns)}
          onExport={() => setExporting(true)}
        />
        {count.error !== null && (
          <div className={styles['failure']}>
            <FailurePanel error={count.error.error} onRetry={() => void count.refetch()} />
          </div>
        )}
        {isEmpty ? (
          <EmptyState icon={<IconFileImport size={32} aria-hidden />} title={t('emptyTitle')} text={t('emptyText')}>
            <Button onClick={() => goTo({ kind: 'import', file: null, workspace })}>{t('emptyAction')}</Button>
          </EmptyState>
        ) : (
          view.isReady && (
            <SidePanel
              side={side}
              onOpenRow={openRow}
              onStep={(by) => handle.current?.step(by)}
              onCloseRow={closeDetail}
              onCloseColumns={() => {
                setHasColumns(false);
                handle.current?.focus();
              }}
              onGoToColumn={goToColumn}
            >
              <DataGrid
                handle={handle}
                rowCount={rows}
                countedAt={count.dataUpdatedAt}
                current={row}
                onOpen={(opened) => openRow(opened.id)}
                onClose={closeDetail}
                onFollow={(focused) => {
                  if (row !== null) openRow(focused.id);
                }}
                onCopied={onCopied}
                onReady={onReady}
              />
              {rows === 0 && (
                <div className={styles['noMatch']}>
                  <EmptyState
                    icon={<IconTableOff size={32} aria-hidden />}
                    title={t('noMatchTitle')}
                    text={t('noMatchText', { all: format.number(ofRows ?? 0) })}
                  >
                    <Button variant="default" onClick={clearFilters}>
                      {t('noMatchAction')}
                    </Button>
                  </EmptyState>
                </div>
              )}
            </SidePanel>
          )
        )}
        <HeadPanels open={head} onOpen={setHead} onClose={closeHead} onFit={(column) => handle.current?.fit(column)} />
        <FindColumn isOpen={isFinding} onClose={() => setFinding(false)} onPick={goToColumn} />
        <ExportDialog isOpen={isExporting} onClose={() => setExporting(false)} rows={rows} ofRows={ofRows} />
      </main>
    </TableContext>
  );
}
