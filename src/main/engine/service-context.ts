import type { WorkspaceAccess } from './workspace-access.ts';

/** What every service is given beside its request; a call's own context adds how it tells of progress. */
export interface ServiceContext {
  readonly signal: AbortSignal;
  readonly access: WorkspaceAccess;
  readonly now: () => Date;
  readonly productVersion: string;
}
