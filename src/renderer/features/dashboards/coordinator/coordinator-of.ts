import type { CallClient } from '../../../../shared/rpc/call-client.ts';
import { DashboardCoordinator } from './coordinator.ts';

const byClient = new WeakMap<CallClient, Map<string, DashboardCoordinator>>();

/** The coordinator of a workspace, the same for all its pages, so that going from one to another asks nothing twice. */
export function coordinatorOf(client: CallClient, workspace: string): DashboardCoordinator {
  const known = byClient.get(client) ?? new Map<string, DashboardCoordinator>();
  byClient.set(client, known);
  const made = known.get(workspace) ?? create(client, workspace);
  known.set(workspace, made);
  return made;
}

function create(client: CallClient, workspace: string): DashboardCoordinator {
  const coordinator = new DashboardCoordinator((request, { signal, onProgress }) =>
    client.invoke('dashboard.read', request, {
      signal,
      onProgress: ({ rows, totalRows }) => onProgress(totalRows === null || totalRows === 0 ? null : rows / totalRows),
    }),
  );
  client.on('workspace.changed', (changed) => {
    if (changed.workspace === workspace) coordinator.forget();
  });
  client.on('engine.state', ({ state }) => {
    if (state === 'ready' && coordinator.failure !== null) coordinator.retry();
  });
  return coordinator;
}
