import type { Route } from '../../route/route.ts';

/** Where a workspace opens. */
export function workspaceRoute(workspace: string): Route {
  return { kind: 'table', workspace, table: 'transform', view: null, row: null };
}
