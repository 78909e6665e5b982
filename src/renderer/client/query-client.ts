import { QueryClient } from '@tanstack/react-query';
import type { CallClient } from '../../shared/rpc/call-client.ts';
import { CallFailure } from './value-of.ts';

/** Failures that pass by themselves: the engine is being started again. */
const PASSING = new Set(['ENGINE_STOPPED']);
const MOST_RETRIES = 4;

/** Keeps answers. Those of a workspace are dropped when rows came into it, all when the engine was started again. */
export function createQueryClient(client: CallClient): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        retry: (count, error) => error instanceof CallFailure && PASSING.has(error.error.code) && count < MOST_RETRIES,
        retryDelay: (attempt) => 150 * 2 ** attempt,
      },
      mutations: { networkMode: 'always' },
    },
  });
  client.on('workspace.changed', ({ workspace }) => {
    dropAnswersOf(queries, workspace);
  });
  client.on('recent.changed', () => void queries.invalidateQueries({ queryKey: ['recent.list'] }));
  client.on('settings.changed', (settings) => queries.setQueryData(['settings.read', {}], settings));
  client.on('engine.state', ({ state, restarts }) => {
    if (state === 'ready' && restarts > 0)
      void queries.invalidateQueries({ predicate: ({ state: query }) => query.status === 'error' });
  });
  return queries;
}

/** Has everything that was read of a workspace read again. */
export function dropAnswersOf(queries: QueryClient, workspace: string): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey: [, request] }) =>
      typeof request === 'object' && request !== null && 'workspace' in request && request.workspace === workspace,
  });
}
