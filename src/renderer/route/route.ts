import type { TableName } from '../../shared/contract/ledger.ts';
import { TABLES } from '../../shared/contract/ledger.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { DASHBOARD_PAGES, type DashboardPageName } from '../../shared/dashboards/declared-query.ts';

/** The tables of a workspace that have a page: the three of transactions, and what the books say about them. */
export const TABLE_PAGES = [...TABLES, 'rejects', 'runs'] as const;
export type TablePage = TableName | 'rejects' | 'runs';

/** What the window shows. A route is the address of a view: it can be copied, opened in another window and gone back to. */
export type Route =
  | { readonly kind: 'home' }
  /** `file` null: still to be chosen; `workspace` null: still to be chosen or made. */
  | { readonly kind: 'import'; readonly file: string | null; readonly workspace: string | null }
  | { readonly kind: 'ledger'; readonly workspace: string; readonly run: number | null }
  /** `view`: the view's state as {@link encodeView} writes it, or null for the one kept for this workspace. */
  | {
      readonly kind: 'table';
      readonly workspace: string;
      readonly table: TablePage;
      readonly view: string | null;
      readonly row: number | null;
    }
  /** `view`: the selection as `printSelection` writes it, or null for the one kept for this workspace. */
  | {
      readonly kind: 'dashboard';
      readonly workspace: string;
      readonly page: DashboardPageName;
      readonly view: string | null;
    }
  | { readonly kind: 'query'; readonly workspace: string; readonly sql: string | null }
  | { readonly kind: 'settings' };

export const HOME: Route = { kind: 'home' };

/** The workspace that a route is about, or null. */
export function workspaceOf(route: Route): string | null {
  return 'workspace' in route ? route.workspace : null;
}

/** Writes a route as the hash of an address, with `#`. */
export function printRoute(route: Route): string {
  switch (route.kind) {
    case 'home':
      return '#/';
    case 'settings':
      return '#/settings';
    case 'import':
      return `#/import${search({ file: route.file, workspace: route.workspace })}`;
    case 'ledger':
      return `#/ledger${search({ workspace: route.workspace, run: route.run })}`;
    case 'table':
      return `#/table/${route.table}${search({ workspace: route.workspace, row: route.row, view: route.view })}`;
    case 'dashboard':
      return `#/dashboard/${route.page}${search({ workspace: route.workspace, view: route.view })}`;
    case 'query':
      return `#/query${search({ workspace: route.workspace, sql: route.sql })}`;
    default:
      return assertNever(route);
  }
}

/** Reads a route; home for what is none. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const given = new URLSearchParams(query);
  const text = (name: string): string | null => given.get(name);
  const number = (name: string): number | null => (/^\d{1,15}$/.test(text(name) ?? '') ? Number(text(name)) : null);
  const workspace = text('workspace');
  const [, kind = '', page = ''] = path.split('/');
  if (kind === 'settings') return { kind };
  if (kind === 'import') return { kind, file: text('file'), workspace };
  if (workspace === null) return HOME;
  if (kind === 'ledger') return { kind, workspace, run: number('run') };
  if (kind === 'query') return { kind, workspace, sql: text('sql') };
  const dashboard = DASHBOARD_PAGES.find((known) => known === page);
  if (kind === 'dashboard' && dashboard !== undefined) return { kind, workspace, page: dashboard, view: text('view') };
  const table = TABLE_PAGES.find((known) => known === page);
  if (kind === 'table' && table !== undefined)
    return { kind, workspace, table, view: text('view'), row: number('row') };
  return HOME;
}

function search(values: Readonly<Record<string, string | number | null>>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null) given.set(name, String(value));
  const text = given.toString();
  return text === '' ? '' : `?${text}`;
}
