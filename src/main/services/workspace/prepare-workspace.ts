import type { z } from 'zod';
import type { PlainProgress, PrepareAnswer, PrepareRequest } from '../../../shared/contract/calls.ts';
import { prepareLens } from '../../engine/lens/prepare-lens.ts';
import type { ServiceContext } from '../../engine/service-context.ts';

/** What preparing needs: its rows are told while the lens is made anew. */
interface PrepareContext extends Pick<ServiceContext, 'signal'> {
  readonly onProgress: (progress: z.output<typeof PlainProgress>) => void;
}

/** Brings the lens of a workspace up to its book, with progress, before somebody asks for figures. */
export async function prepareWorkspace(
  { workspace }: z.output<typeof PrepareRequest>,
  { signal, onProgress }: PrepareContext,
): Promise<z.output<typeof PrepareAnswer>> {
  const started = performance.now();
  const onRebuild = (rows: number, totalRows: number): void => onProgress({ stage: 'rebuild', rows, totalRows });
  const prepared = await prepareLens(workspace, { onRebuild, signal });
  return { ...prepared, milliseconds: Math.round(performance.now() - started) };
}
