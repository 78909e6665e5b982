import { lazy, type ReactNode } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import { HomePage } from '../features/home/home-page.tsx';
import type { Route } from '../route/route.ts';

const ImportPage = lazy(async () => ({ default: (await import('../features/import/import-page.tsx')).ImportPage }));
const LedgerPage = lazy(async () => ({ default: (await import('../features/ledger/ledger-page.tsx')).LedgerPage }));
const tablePage = () => import('../features/tables/table-page.tsx');
const TablePage = lazy(async () => ({ default: (await tablePage()).TablePage }));
const RejectsPage = lazy(async () => ({
  default: (await import('../features/ledger/rejects-page.tsx')).RejectsPage,
}));
const RunsPage = lazy(async () => ({ default: (await import('../features/ledger/runs-page.tsx')).RunsPage }));
const QueryPage = lazy(async () => ({ default: (await import('../features/query/query-page.tsx')).QueryPage }));
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/settings-page.tsx')).SettingsPage,
}));

/** Loads the tables once the window has nothing else to do: their page is the largest, and the next that a person goes to. */
export function loadTablesWhenIdle(): void {
  requestIdleCallback(() => void tablePage(), { timeout: 2000 });
}

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
    case 'query':
      return <QueryPage key={route.workspace} workspace={route.workspace} sql={route.sql} />;
    case 'settings':
      return <SettingsPage />;
    default:
      return assertNever(route);
  }
}
