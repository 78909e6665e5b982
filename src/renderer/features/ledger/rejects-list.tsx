import {
  RowStyleModule,
  type CellKeyDownEvent,
  type ColDef,
  type GetRowIdParams,
  type GridApi,
  type RowClassParams,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { StoredReject } from '../../../shared/contract/ledger.ts';
import type { AppError } from '../../../shared/result.ts';
import { useClient } from '../../client/client-context.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { gridLocale } from '../../components/grid/grid-locale.ts';
import { gridTheme } from '../../components/grid/grid-theme.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { gridModules } from '../tables/grid-modules.ts';
import { reasonText, reasonWords } from './reject-words.ts';
import type { RejectsFilter } from './rejects-route.ts';
import { RejectsSource } from './rejects-source.ts';
import { rejectsWords } from './rejects-words.ts';
import classes from './rejects-list.module.css';

const PAGE = 100;
const MODULES = [...gridModules, RowStyleModule];
const rowId = ({ data }: GetRowIdParams<StoredReject>): string => String(data.id);

/** What the page can ask of the list. */
export interface RejectsHandle {
  /** The current reject is none any more: as soon as the list knows, the one in its place becomes current. */
  readonly advance: () => void;
}

/** The rejects of a filter, one a row, as far as one can scroll. */
export function RejectsList({
  handle,
  workspace,
  filter,
  current,
  onSelect,
  onEdit,
  onTotal,
}: {
  readonly handle: RefObject<RejectsHandle | null>;
  readonly workspace: string;
  readonly filter: RejectsFilter;
  /** The reject that is shown beside the list. */
  readonly current: number | null;
  readonly onSelect: (id: number | null) => void;
  /** Enter on a row. */
  readonly onEdit: () => void;
  readonly onTotal: (total: number) => void;
}): ReactNode {
  const client = useClient();
  const language = useLanguage();
  const [api, setApi] = useState<GridApi<StoredReject> | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const columns = useColumns(filter.run !== null);
  const removed = useRef<{ readonly id: number; readonly index: number } | null>(null);
  const { run, reason, column } = filter;
  const select = useRef(onSelect);
  useEffect(() => {
    select.current = onSelect;
  });

  useEffect(() => {
    if (api === null || api.isDestroyed()) return undefined;
    const source = new RejectsSource(client, workspace, { run, reason, column }, onTotal, setFailure);
    api.setGridOption('datasource', source);
    return () => source.destroy();
  }, [api, client, workspace, run, reason, column, onTotal]);

  useImperativeHandle(
    handle,
    () => ({
      advance: () => {
        const index = current === null ? null : (api?.getRowNode(String(current))?.rowIndex ?? null);
        removed.current = index === null || current === null ? null : { id: current, index };
        if (removed.current === null) select.current(null);
      },
    }),
    [api, current],
  );
  const followRemoval = (): void => {
    if (api === null || removed.current === null) return;
    const { id, index } = removed.current;
    if (api.getRowNode(String(id)) !== undefined) return;
    const last = api.getDisplayedRowCount() - 1;
    const next = last < 0 ? undefined : api.getDisplayedRowAtIndex(Math.min(index, last));
    if (last >= 0 && next?.data === undefined) return;
    removed.current = null;
    if (next?.data === undefined || next.rowIndex === null) select.current(null);
    else api.setFocusedCell(next.rowIndex, 'line');
  };

  useEffect(
    () =>
      client.on('workspace.changed', (changed) => {
        if (changed.workspace === workspace) api?.refreshInfiniteCache();
      }),
    [client, workspace, api],
  );

  useEffect(() => {
    api?.redrawRows();
  }, [api, current]);

  return (
    <div className={classes['grid']}>
      <AgGridReact<StoredReject>
        modules={MODULES}
        theme={gridTheme}
        containerStyle={{ height: '100%' }}
        rowModelType="infinite"
        cacheBlockSize={PAGE}
        maxBlocksInCache={40}
        infiniteInitialRowCount={1}
        blockLoadDebounceMillis={40}
        getRowId={rowId}
        columnDefs={columns}
        maintainColumnOrder
        suppressNoRowsOverlay
        tooltipShowDelay={400}
        localeText={gridLocale(language)}
        rowClassRules={{
          'ag-row-current': ({ data }: RowClassParams<StoredReject>) => data !== undefined && data.id === current,
        }}
        onModelUpdated={followRemoval}
        onGridReady={({ api: ready }) => setApi(ready)}
        onCellFocused={({ rowIndex, api: focused }) => {
          const row = rowIndex === null ? undefined : focused.getDisplayedRowAtIndex(rowIndex)?.data;
          if (row !== undefined) select.current(row.id);
        }}
        onCellClicked={({ data }) => {
          if (data !== undefined) select.current(data.id);
        }}
        onCellKeyDown={(event) => {
          const { event: key, data } = event as CellKeyDownEvent<StoredReject>;
          if (!(key instanceof KeyboardEvent) || key.key !== 'Enter' || key.ctrlKey || key.metaKey) return;
          if (data !== undefined) select.current(data.id);
          onEdit();
        }}
      />
      {failure !== null && (
        <div className={classes['failure']}>
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

function useColumns(isOneFile: boolean): ColDef<StoredReject>[] {
  const t = useWords(rejectsWords);
  const tr = useWords(reasonWords);
  const format = useFormat();
  return useMemo(
    () => [
      {
        colId: 'file',
        headerName: t('colFile'),
        width: 130,
        hide: isOneFile,
        valueGetter: ({ data }) => data?.fileName,
        tooltipValueGetter: ({ data }) => data?.fileName,
      },
      {
        colId: 'line',
        headerName: t('colLine'),
        width: 75,
        type: 'rightAligned',
        valueGetter: ({ data }) => (data === undefined ? '' : format.number(data.line)),
      },
      {
        colId: 'column',
        headerName: t('colColumn'),
        width: 170,
        valueGetter: ({ data }) => data?.column ?? (data && t('wholeRow')),
      },
      {
        colId: 'reason',
        headerName: t('colReason'),
        width: 150,
        valueGetter: ({ data }) => (data === undefined ? '' : reasonText(data.reason, tr)),
      },
      {
        colId: 'text',
        headerName: t('colText'),
        flex: 1,
        minWidth: 160,
        cellClass: classes['text'] ?? '',
        valueGetter: ({ data }) => (data === undefined ? '' : (data.rawText ?? t('textNotKept'))),
      },
    ],
    [t, tr, format, isOneFile],
  );
}
