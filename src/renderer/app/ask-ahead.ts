import type { QueryClient } from '@tanstack/react-query';
import type { CallClient } from '../../shared/rpc/call-client.ts';
import { callQuery } from '../client/use-call.ts';
import { workspaceOf } from '../route/route.ts';
import { currentRoute } from '../route/use-route.ts';
import { KeptStates } from '../state/kept-states.ts';
import { viewKey } from '../state/use-view-history.ts';
import { SELECTION_VIEW } from '../state/workspace-selection.ts';

/** Asks for what a page is going to need before it is drawn, which takes about as long as the answers. */
export function askAhead(client: CallClient, queries: QueryClient): void {
  const ask = (): void => {
    const route = currentRoute();
    const workspace = workspaceOf(route);
    if (workspace === null || route.kind === 'import') return;
    // A failure is told by whoever asks again.
    queries.query(callQuery(client, 'workspace.info', { workspace })).catch(() => undefined);
    const kept = KeptStates.of(client);
    if (route.kind === 'table') void kept.read(viewKey(workspace, `table:${route.table}`));
    void kept.read(viewKey(workspace, SELECTION_VIEW));
  };
  ask();
  window.addEventListener('hashchange', ask);
}
