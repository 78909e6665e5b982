import { mkdirSync, readdirSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppException } from '../../../shared/result.ts';
import { sweepSpillFolders } from '../lens/spill-folder.ts';
import { ownFiles, workspacePaths, type WorkspacePaths } from '../workspace.ts';
import { writerLock, type WriterWork } from './writer-lock.ts';

/** A workspace that nobody else writes. */
export interface WritableWorkspace {
  readonly paths: WorkspacePaths;
  /** Whether there was none: it is made by whoever writes it now. */
  readonly isNew: boolean;
}

/**
 * Gives `use` a workspace to write, whose folder is made where it is missing; refuses a folder that holds other things,
 * and a workspace that somebody else is writing. Where `use` fails, a workspace that was not there before is removed.
 */
export async function withWriter<T>(
  folder: string,
  work: WriterWork,
  use: (workspace: WritableWorkspace) => Promise<T>,
): Promise<T> {
  const paths = workspacePaths(folder);
  const made = madeFolder(paths);
  const lock = writerLock(paths, work);
  // Asked for once nobody else can be making it.
  const isNew = isMissing(paths);
  try {
    sweepSpillFolders(paths.folder);
    const answer = await use({ paths, isNew });
    lock.release();
    return answer;
  } catch (error) {
    if (isNew) removeFiles(paths);
    lock.release();
    if (isNew) removeFolders(paths, made);
    throw error;
  }
}

/** An empty file is what a process that was killed at once leaves of a book. */
const isMissing = (paths: WorkspacePaths): boolean =>
  (statSync(paths.book, { throwIfNoEntry: false })?.size ?? 0) === 0;

/** Makes the folder; returns the outermost one that was missing. */
function madeFolder(paths: WorkspacePaths): string | undefined {
  try {
    const made = mkdirSync(paths.folder, { recursive: true });
    const own = ownFiles(paths);
    const others = isMissing(paths) ? readdirSync(paths.folder).filter((name) => !own(name)) : [];
    if (others.length === 0) return made;
  } catch (error) {
    throw new AppException(
      'WORKSPACE_NOT_WRITABLE',
      `The folder ${paths.folder} cannot be made or read.`,
      'Check the path and that you may write there.',
      { cause: error },
    );
  }
  throw new AppException(
    'WORKSPACE_NOT_FOUND',
    `${paths.folder} is not a workspace, and it is not empty.`,
    'Choose a new or an empty folder, for example NAME.veriscope.',
  );
}

function removeFiles(paths: WorkspacePaths): void {
  for (const file of [paths.book, paths.lens, paths.nextLens, paths.passing]) {
    for (const suffix of ['', '-wal', '-shm', '-journal', '.wal']) rmSync(file + suffix, { force: true });
  }
}

/** Removes the folders that were made. Only empty ones: somebody may have come in since. */
function removeFolders(paths: WorkspacePaths, made: string | undefined): void {
  if (made === undefined) return;
  try {
    for (let folder = paths.folder; folder.length >= made.length; folder = dirname(folder)) rmdirSync(folder);
  } catch {
    // Whoever is there now keeps it.
  }
}
