import type { FolderListing } from '../../../shared/contract/host-calls.ts';

/** Whether the folder that is listed is a workspace itself. */
export function isWorkspace({ entries }: FolderListing): boolean {
  return entries.some(({ name }) => name === 'workspace.sqlite');
}
