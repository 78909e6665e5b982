import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the files of a workspace take on disk; null where there is no workspace. */
export function workspaceBytes(folder: string): number | null {
  try {
    const names = readdirSync(folder);
    if (!names.includes('workspace.sqlite')) return null;
    return names.reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
  } catch {
    return null;
  }
}
