import { statSync } from 'node:fs';
import { DuckDbDatabase } from '../duckdb-session.ts';
import type { WorkspacePaths } from '../workspace.ts';
import { lensStamp } from './lens.ts';
import { isLensLocked, lensInUse } from './lens-error.ts';
import { newSpillFolder } from './spill-folder.ts';

/** A lens that is open to be read. */
export interface OpenLens {
  readonly database: DuckDbDatabase;
  /** The state of the book that it mirrors. */
  readonly stamp: string;
  /** Where it lies, and which file that is; null for one in memory. */
  readonly file: LensFile | null;
}

export interface LensFile {
  readonly path: string;
  /** Differs for the file that replaces this one. */
  readonly version: string;
}

/** How much an open lens may take, and whether the statements are a user's. */
export interface LensOptions {
  /** In MiB. */
  readonly memory: number;
  readonly sealed?: boolean;
  /** The one other file that they may write. */
  readonly writes?: string | undefined;
  readonly threads?: number;
}

/** Which file has this name at present; null for none. */
export function lensVersion(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev} ${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}

/**
 * Opens a lens to read it; several processes may at a time. Null for one that is missing, damaged or of another layout.
 * Throws `WORKSPACE_LOCKED` where another program has the file open for writing, which none of ours does.
 */
export async function openLensFile(
  path: string,
  { folder }: WorkspacePaths,
  options: LensOptions,
  mayWrite = true,
): Promise<OpenLens | null> {
  const version = lensVersion(path);
  if (version === null) return null;
  const spill = mayWrite ? newSpillFolder(folder) : null;
  let database: DuckDbDatabase;
  try {
    database = await DuckDbDatabase.open({ ...options, path, readOnly: true, spill });
  } catch (error) {
    if (!isLensLocked(error)) return null;
    throw lensInUse(error);
  }
  const stamp = await stampOf(database);
  if (stamp !== null) return { database, stamp, file: { path, version } };
  database.close();
  return null;
}

async function stampOf(database: DuckDbDatabase): Promise<string | null> {
  const session = await database.session();
  try {
    return await lensStamp(session);
  } finally {
    session.close();
  }
}
