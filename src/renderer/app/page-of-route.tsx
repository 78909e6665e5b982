import type { ReactNode } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import { HomePage } from '../features/home/home-page.tsx';
import type { Route } from '../route/route.ts';
import { latePage } from './late-page.tsx';

const { Page: ImportPage } = latePage(async () => (await import('../features/import/import-page.tsx')).ImportPage);
const { Page: LedgerPage } = latePage(async () => (await import('../features/ledger/ledger-page.tsx')).LedgerPage);
/** The largest page, and the one that a workspace opens with. */
export const { Page: TablePage, load: loadTablePage } = latePage(
  async () => (await import('../features/tables/table-page.tsx')).TablePage,
);
const { Page: RejectsPage } = latePage(async () => (await import('../features/ledger/rejects-page.tsx')).RejectsPage);
const { Page: RunsPage } = latePage(async () => (await import('../features/ledger/runs-page.tsx')).RunsPage);
const { Page: QueryPage } = latePage(async () => (await import('../features/query/query-page.tsx')).QueryPage);
const { Page: DashboardPage } = latePage(
  async () => (await import('../features/dashboards/dashboard-page.tsx')).DashboardPage,
);
const { Page: SettingsPage } = latePage(
  async () => (await import('../features/settings/settings-page.tsx')).SettingsPage,
);

/** The page that a route leads to. */
export function PageOfRoute({ route }: { readonly route: Route }): ReactNode {
  switch (route.kind) {
    case 'home':
      return <HomePage />;
    case 'import':
      return <ImportPage file={route.file} workspace={route.workspace} />;
    case 'ledger':
      return <LedgerPage workspace={route.workspace} run={route.run} />;
    case 'table':
      if (route.table === 'rejects')
        return <RejectsPage key={route.workspace} workspace={route.workspace} view={route.view} row={route.row} />;
      if (route.table === 'runs') return <RunsPage key={route.workspace} workspace={route.workspace} />;
      return (
        <TablePage
          key={`${route.workspace} ${route.table}`}
          workspace={route.workspace}
          table={route.table}
          view={route.view}
          row={route.row}
        />
      );
    case 'dashboard':
      return <DashboardPage key={route.workspace} workspace={route.workspace} page={route.page} view={route.view} />;
    case 'query':
      return <QueryPage key={route.workspace} workspace={route.workspace} sql={route.sql} />;
    case 'settings':
      return <SettingsPage />;
    default:
      return assertNever(route);
  }
}
