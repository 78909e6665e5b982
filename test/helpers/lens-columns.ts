import type { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';
import { openColumns, type OpenColumnsOptions } from '../../src/main/engine/columns/open-columns.ts';
import type { WorkspaceColumns } from '../../src/main/engine/columns/workspace-columns.ts';

/** The columns of a lens, kept for as long as the test keeps them. */
export function columnsOf(lens: DuckDbSession, more: Partial<OpenColumnsOptions> = {}): Promise<WorkspaceColumns> {
  const kept = new Map<string, object>();
  let state: ReturnType<OpenColumnsOptions['state']['get']>;
  return openColumns({
    lens,
    stamp: 'test',
    signal: new AbortController().signal,
    onProgress: () => undefined,
    state: { get: () => state, set: (made) => (state = made) },
    kept: { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) },
    alone: (work) => work(),
    ...more,
  });
}
