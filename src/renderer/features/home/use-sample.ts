import { useMemo } from 'react';
import { create } from 'zustand';
import type { AppError, Result } from '../../../shared/result.ts';
import type { CallClient } from '../../../shared/rpc/call-client.ts';
import { workspaceRoute } from '../../app/workspace/workspace-route.ts';
import { useClient } from '../../client/client-context.ts';
import { joinPath } from '../../components/path-text.ts';
import { goTo } from '../../route/use-route.ts';
import { overallShare } from '../import/overall-progress.ts';

/** The making of the sample workspace: one a window, wherever it was begun. */
export type SampleState =
  | { readonly kind: 'idle' }
  /** `share` 0..1 of the whole. */
  | { readonly kind: 'running'; readonly step: 'write' | 'import'; readonly share: number; readonly cancel: () => void }
  | { readonly kind: 'failed'; readonly error: AppError };

const IDLE: SampleState = { kind: 'idle' };
export const useSampleState = create<{ readonly state: SampleState }>(() => ({ state: IDLE }));
const show = (state: SampleState): void => useSampleState.setState({ state });

/** Names of the sample's files, in the folder for documents. */
const WORKSPACE_NAME = 'january-2025-sample.veriscope';
const FILE_NAME = 'january-2025-sample.csv';
/** Share of the time that writing the file takes. */
const WRITING = 0.35;

export interface Sample {
  /** Opens the sample workspace; makes it first where there is none yet. */
  readonly start: () => void;
  readonly dismiss: () => void;
}

/** Sample data in one click. */
export function useSample(): Sample {
  const client = useClient();
  return useMemo(
    () => ({
      start: () => {
        if (useSampleState.getState().state.kind !== 'running') void run(client);
      },
      dismiss: () => show(IDLE),
    }),
    [client],
  );
}

async function run(client: CallClient): Promise<void> {
  const abort = new AbortController();
  const progress = (step: 'write' | 'import', share: number): void =>
    show({ kind: 'running', step, share, cancel: () => abort.abort() });
  progress('write', 0);
  const made = await makeSample(client, abort.signal, progress);
  if (made.ok) {
    show(IDLE);
    goTo(workspaceRoute(made.value));
  } else show(made.error.code === 'CANCELLED' ? IDLE : { kind: 'failed', error: made.error });
}

/** The sample workspace, which is left as it is where it holds rows. */
async function makeSample(
  client: CallClient,
  signal: AbortSignal,
  progress: (step: 'write' | 'import', share: number) => void,
): Promise<Result<string>> {
  const host = await client.invoke('host.describe', {});
  if (!host.ok) return host;
  const folder = await client.invoke('host.makeFolder', { folder: host.value.documentsFolder });
  if (!folder.ok) return folder;
  const workspace = joinPath(folder.value.folder, WORKSPACE_NAME);
  const file = joinPath(folder.value.folder, FILE_NAME);

  const known = await client.invoke('workspace.info', { workspace });
  if (!known.ok && known.error.code !== 'WORKSPACE_NOT_FOUND') return known;
  if (known.ok && known.value.tables.staging > 0) return { ok: true, value: workspace };

  const written = await client.invoke(
    'sample.write',
    { preset: 'january-2025', out: file },
    {
      signal,
      onProgress: ({ rows, totalRows }) =>
        progress('write', totalRows === null || totalRows === 0 ? 0 : (WRITING * rows) / totalRows),
    },
  );
  if (!written.ok) return written;
  progress('import', WRITING);
  const imported = await client.invoke(
    'import.csv',
    { file, workspace },
    { signal, onProgress: (step) => progress('import', WRITING + (1 - WRITING) * overallShare(step)) },
  );
  return imported.ok ? { ok: true, value: workspace } : imported;
}
