import { assertNever } from '../../shared/assert-never.ts';
import { workspaceTitle } from '../components/path-text.ts';
import { workspaceOf, type Route } from '../route/route.ts';
import { navigationPageOf, type AppWord } from './sidebar/navigation.ts';

/** What the page of a route is called. */
export function pageName(route: Route): AppWord {
  switch (route.kind) {
    case 'home':
    case 'settings':
      return route.kind;
    case 'import':
      return 'importTitle';
    case 'dashboard':
    case 'ledger':
    case 'query':
    case 'table':
      return navigationPageOf(route)?.label ?? 'tables';
    default:
      return assertNever(route);
  }
}

/** The title of the window: page, workspace, product. */
export function windowTitle(route: Route, page: string): string {
  const workspace = workspaceOf(route);
  return [page, ...(workspace === null ? [] : [workspaceTitle(workspace)]), 'Veriscope'].join(' · ');
}
