import {
  IconBook2,
  IconBuildings,
  IconClockHour4,
  IconFileImport,
  IconHistory,
  IconReportAnalytics,
  IconRepeat,
  IconRepeatOff,
  IconShieldCheck,
  IconSql,
  IconTable,
  IconTableExport,
  IconRowRemove,
  IconTransform,
  type Icon,
} from '@tabler/icons-react';
import type { WorkspaceInfo } from '../../../shared/contract/calls.ts';
import type { DashboardPageName } from '../../../shared/dashboards/declared-query.ts';
import type { AskedKey } from '../../i18n/words.ts';
import type { Route, TablePage } from '../../route/route.ts';
import type { appWords } from '../app-words.ts';

export type AppWord = AskedKey<keyof (typeof appWords)['texts']['en']>;

/** A page of a workspace that the navigation leads to. */
export interface NavigationPage {
  readonly kind: 'page';
  readonly id: string;
  readonly label: AppWord;
  readonly hint: AppWord;
  readonly icon: Icon;
  readonly route: (workspace: string) => Route;
  /** A number beside the label, such as rows. */
  readonly count: ((info: WorkspaceInfo) => number) | null;
}

/** Something that the navigation offers to do: a command by its id, which a page may or may not offer. */
export interface NavigationAction {
  readonly kind: 'action';
  readonly id: string;
  readonly label: AppWord;
  readonly icon: Icon;
  readonly command: string;
}

export interface NavigationSection {
  readonly id: string;
  readonly label: AppWord;
  readonly items: readonly (NavigationPage | NavigationAction)[];
}

const table = (
  name: TablePage,
  label: AppWord,
  hint: AppWord,
  icon: Icon,
  count: (info: WorkspaceInfo) => number,
): NavigationPage => ({
  kind: 'page',
  id: `table ${name}`,
  label,
  hint,
  icon,
  route: (workspace) => ({ kind: 'table', workspace, table: name, view: null, row: null }),
  count,
});

const dashboard = (page: DashboardPageName, label: AppWord, hint: AppWord, icon: Icon): NavigationPage => ({
  kind: 'page',
  id: `dashboard ${page}`,
  label,
  hint,
  icon,
  route: (workspace) => ({ kind: 'dashboard', workspace, page, view: null }),
  count: null,
});

/** The pages and actions of a workspace, from top to bottom. A further page is a further entry here. */
export const WORKSPACE_NAVIGATION: readonly NavigationSection[] = [
  {
    id: 'tables',
    label: 'tables',
    items: [
      table('transform', 'transform', 'transformHint', IconTransform, ({ tables }) => tables.transform),
      table('staging', 'staging', 'stagingHint', IconTable, ({ tables }) => tables.staging),
      table('no_retries', 'no_retries', 'no_retriesHint', IconRepeatOff, ({ tables }) => tables.no_retries),
    ],
  },
  {
    id: 'analysis',
    label: 'analysis',
    items: [
      dashboard('clients', 'clients', 'clientsHint', IconBuildings),
      dashboard('times', 'times', 'timesHint', IconClockHour4),
      dashboard('retries', 'retries', 'retriesHint', IconRepeat),
      dashboard('quality', 'quality', 'qualityHint', IconShieldCheck),
      {
        kind: 'page',
        id: 'query',
        label: 'query',
        hint: 'queryHint',
        icon: IconSql,
        route: (workspace) => ({ kind: 'query', workspace, sql: null }),
        count: null,
      },
    ],
  },
  {
    id: 'books',
    label: 'books',
    items: [
      {
        kind: 'page',
        id: 'ledger',
        label: 'ledger',
        hint: 'ledgerHint',
        icon: IconBook2,
        route: (workspace) => ({ kind: 'ledger', workspace, run: null }),
        count: null,
      },
      table('rejects', 'rejects', 'rejectsHint', IconRowRemove, ({ ledger }) => ledger.rejected),
      table('runs', 'runs', 'runsHint', IconHistory, ({ runs }) => runs.length),
    ],
  },
  {
    id: 'actions',
    label: 'actions',
    items: [
      { kind: 'action', id: 'import', label: 'import', icon: IconFileImport, command: 'import-file' },
      { kind: 'action', id: 'report', label: 'report', icon: IconReportAnalytics, command: 'write-report' },
      { kind: 'action', id: 'export', label: 'export', icon: IconTableExport, command: 'export-view' },
    ],
  },
];

/** The page of the navigation that a route belongs to; null for one that has none. */
export function navigationPageOf(route: Route): NavigationPage | null {
  const id = idOf(route);
  const pages = WORKSPACE_NAVIGATION.flatMap(({ items }) => items).filter((item) => item.kind === 'page');
  return pages.find((page) => page.id === id) ?? null;
}

function idOf(route: Route): string {
  if (route.kind === 'table') return `table ${route.table}`;
  return route.kind === 'dashboard' ? `dashboard ${route.page}` : route.kind;
}
