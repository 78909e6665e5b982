import { create } from 'zustand';
import type { Selected } from '../../../shared/contract/calls.ts';
import type { CallClient } from '../../../shared/rpc/call-client.ts';
import { DEFAULT_LIMIT } from './row-limits.ts';
import type { QueryRun, RanQuery } from './query-run.ts';

/** The console of one workspace. */
export interface QueryConsole {
  readonly run: QueryRun;
  readonly limit: number;
}

interface Consoles {
  readonly byWorkspace: Readonly<Record<string, QueryConsole>>;
}

const FRESH: QueryConsole = { run: { kind: 'idle' }, limit: DEFAULT_LIMIT };

const useConsoles = create<Consoles>(() => ({ byWorkspace: {} }));

/** A workspace's console; it stays as it is while other pages are shown. */
export function useQueryConsole(workspace: string): QueryConsole {
  return useConsoles(({ byWorkspace }) => byWorkspace[workspace] ?? FRESH);
}

export function setLimit(workspace: string, limit: number): void {
  change(workspace, { limit });
}

/** Runs a query; one that is under way in the same console is cancelled. `onRan` is told how it ended; `selected` are the transactions of the table of that name. */
export async function runQuery(
  client: CallClient,
  workspace: string,
  sql: string,
  selected: Selected,
  onRan: (ran: RanQuery) => void,
): Promise<void> {
  const { run: previous, limit } = useConsoles.getState().byWorkspace[workspace] ?? FRESH;
  if (previous.kind === 'running') previous.cancel();
  const cancel = new AbortController();
  const startedAt = Date.now();
  const running: QueryRun = { kind: 'running', sql, startedAt, cancel: () => cancel.abort() };
  change(workspace, { run: running });
  const result = await client.invoke('query.run', { workspace, sql, selected, limit }, { signal: cancel.signal });
  const milliseconds = Date.now() - startedAt;
  if (!cancel.signal.aborted) {
    const at = new Date(startedAt).toISOString();
    onRan({ sql, at, milliseconds, rows: result.ok ? result.value.block.rows : null });
  }
  if (useConsoles.getState().byWorkspace[workspace]?.run !== running) return;
  if (result.ok) change(workspace, { run: { kind: 'done', sql, selected, answer: result.value } });
  else if (result.error.code === 'CANCELLED') change(workspace, { run: { kind: 'cancelled', sql, milliseconds } });
  else change(workspace, { run: { kind: 'failed', sql, error: result.error } });
}

function change(workspace: string, part: Partial<QueryConsole>): void {
  useConsoles.setState(({ byWorkspace }) => ({
    byWorkspace: { ...byWorkspace, [workspace]: { ...(byWorkspace[workspace] ?? FRESH), ...part } },
  }));
}
