import { KeptWorkspace } from './kept/kept-workspace.ts';
import type { WorkspaceAccess } from './workspace-access.ts';
import { existingWorkspace, withLens, workspacePaths } from './workspace.ts';

/** Access that keeps what it has opened, for a process that answers many calls. */
export interface KeepOpenAccess extends WorkspaceAccess {
  /** Closes a workspace, before its folder is removed. Calls that read it are ended: `CANCELLED`. */
  release(folder: string): Promise<void>;
  /** Closes every workspace. */
  dispose(): Promise<void>;
}

export interface KeepOpenOptions {
  /** Workspaces kept open at a time; the one that was called longest ago is closed. */
  readonly most?: number;
  /** A workspace that nobody has called for so long is closed. */
  readonly idleMilliseconds?: number;
}

/**
 * Keeps workspaces open between calls: a call need not open databases, and only looks whether the lens still mirrors
 * the book. Where an import has put another lens in its place, the next call takes that one, while calls under way go on
 * with the old. Every call sees one state of the workspace throughout, in the lens and in the book.
 */
export function keepOpenAccess({ most = 4, idleMilliseconds = 300_000 }: KeepOpenOptions = {}): KeepOpenAccess {
  /** The one that was called last is the last. */
  const workspaces = new Map<string, KeptWorkspace>();
  const drop = async (folder: string): Promise<void> => {
    const kept = workspaces.get(folder);
    workspaces.delete(folder);
    await kept?.close();
  };
  const dropIdle = (): void => {
    for (const [folder, kept] of workspaces) if (kept.idleFor >= idleMilliseconds) void drop(folder);
  };
  const timer = setInterval(dropIdle, Math.max(1, idleMilliseconds / 4)).unref();
  const workspaceAt = (given: string): KeptWorkspace => {
    const { folder } = workspacePaths(given);
    const known = workspaces.get(folder);
    if (known?.isThere === false) void drop(folder);
    const paths = existingWorkspace(folder);
    const kept = workspaces.get(folder) ?? new KeptWorkspace(paths);
    workspaces.delete(folder);
    for (const [other, { idleFor }] of [...workspaces].slice(0, Math.max(0, workspaces.size + 1 - most)))
      if (idleFor > 0) void drop(other);
    workspaces.set(folder, kept);
    return kept;
  };
  return {
    withLens: async (folder, use, reading = {}) =>
      reading.writes === undefined ? workspaceAt(folder).withLens(use, reading) : withLens(folder, use, reading),
    withBook: async (folder, use) => workspaceAt(folder).withBook(use),
    release: (folder) => drop(workspacePaths(folder).folder),
    dispose: async () => {
      clearInterval(timer);
      await Promise.all([...workspaces.keys()].map(drop));
    },
  };
}
