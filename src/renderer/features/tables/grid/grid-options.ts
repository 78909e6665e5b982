import type { GetRowIdParams, GridOptions } from 'ag-grid-community';
import { GROUP_HEIGHT, ROW_HEIGHT, tableTheme } from '../table-theme.ts';
import type { PageRow } from './page-row.ts';

/** Rows that come with one call, and pages that are kept: 40 pages are 8,000 rows. */
export const PAGE = 200;
const PAGES_KEPT = 40;
const CALLS_AT_ONCE = 2;
/** While one scrolls fast, pages that are gone again are not asked for. */
const SCROLL_REST = 40;
const ROW_SELECTION = {
  mode: 'multiRow',
  checkboxes: false,
  headerCheckbox: false,
  enableClickSelection: false,
} as const;
const rowId = ({ data }: GetRowIdParams<PageRow>): string => String(data.id);

/** What is the same for every table. */
export const GRID_OPTIONS = {
  theme: tableTheme,
  rowModelType: 'infinite',
  cacheBlockSize: PAGE,
  maxBlocksInCache: PAGES_KEPT,
  maxConcurrentDatasourceRequests: CALLS_AT_ONCE,
  blockLoadDebounceMillis: SCROLL_REST,
  infiniteInitialRowCount: 1,
  getRowId: rowId,
  rowHeight: ROW_HEIGHT,
  groupHeaderHeight: GROUP_HEIGHT,
  maintainColumnOrder: true,
  suppressDragLeaveHidesColumns: true,
  rowSelection: ROW_SELECTION,
  tooltipShowDelay: 400,
} as const satisfies GridOptions<PageRow>;
