import type { ImportPreview } from '../../../shared/contract/preview.ts';

/** Why an import cannot start now, and on which step it can be seen to. */
export type Blockage =
  | { readonly kind: 'obstacle'; readonly step: 'file' | 'columns' }
  | { readonly kind: 'destination'; readonly step: 'file' }
  | { readonly kind: 'identities'; readonly step: 'import' }
  /** The preview is not there yet, or older than the settings. */
  | { readonly kind: 'waiting'; readonly step: null }
  /** This window imports another file. */
  | { readonly kind: 'busy'; readonly step: null };

/** Obstacles that mapping columns by hand may take away. */
const ABOUT_COLUMNS: ReadonlySet<string> = new Set(['REQUIRED_COLUMN_MISSING', 'COLUMN_REPEATED']);

/** Whether an obstacle is seen to where columns are mapped; where no column could be read, nothing can be mapped. */
export function isAboutColumns({ obstacle, columns }: Pick<ImportPreview, 'obstacle' | 'columns'>): boolean {
  return obstacle !== null && ABOUT_COLUMNS.has(obstacle.code) && columns.length > 0;
}

/** Everything that keeps an import from starting, in the order of the steps; empty where it can start. */
export function startBlockages({
  preview,
  hasDestination,
  knowsIdentities,
  isUpdating,
  isBusy,
}: {
  readonly preview: Pick<ImportPreview, 'obstacle' | 'columns' | 'identityWarnings'> | undefined;
  readonly hasDestination: boolean;
  readonly knowsIdentities: boolean;
  readonly isUpdating: boolean;
  readonly isBusy: boolean;
}): readonly Blockage[] {
  if (preview === undefined) return [{ kind: 'waiting', step: null }];
  const blockages: Blockage[] = [];
  if (preview.obstacle !== null)
    blockages.push({ kind: 'obstacle', step: isAboutColumns(preview) ? 'columns' : 'file' });
  if (!hasDestination) blockages.push({ kind: 'destination', step: 'file' });
  if (preview.identityWarnings.length > 0 && !knowsIdentities) blockages.push({ kind: 'identities', step: 'import' });
  if (isBusy) blockages.push({ kind: 'busy', step: null });
  if (isUpdating) blockages.push({ kind: 'waiting', step: null });
  return blockages;
}
