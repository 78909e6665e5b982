import type { ImportProgress } from '../../../shared/contract/import-progress.ts';

/** What an import needs from its host. */
export interface ImportContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly productVersion: string;
  readonly now: () => Date;
}
