import { constants, existsSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { bookStamp } from '../book/book-rows.ts';
import type { BookDatabase } from '../book/open-book.ts';
import { DuckDbSession } from '../duckdb-session.ts';
import type { WorkspacePaths } from '../workspace.ts';
import { createLens, LENS_MEMORY } from './lens.ts';
import { lensInUse } from './lens-error.ts';
import { openLensFile } from './lens-file.ts';
import { dropUnnumberedRows } from './mirror-rows.ts';
import { withPassingDatabase } from './passing-database.ts';
import { rebuildLens, type Rebuilding } from './rebuild-lens.ts';
import { newSpillFolder } from './spill-folder.ts';

const RENAMES = 5;
const MILLISECONDS_BETWEEN_RENAMES = 50;

/** How the next lens is begun. */
export interface NextLensOptions extends Rebuilding {
  /** The present lens is known to be damaged: nothing of it is taken. */
  readonly distrusted?: boolean;
}

/**
 * Opens the next lens for writing, aside from the one that is read: a copy of the present lens where that mirrors the
 * book, else made from the book. Needs the writer's lock, as everything here.
 */
export async function openNextLens(
  paths: WorkspacePaths,
  book: BookDatabase,
  { distrusted = false, ...rebuilding }: NextLensOptions = {},
): Promise<DuckDbSession> {
  const begin = async (): Promise<DuckDbSession> => {
    const isCurrent = !distrusted && (await presentLens(paths, book)) === paths.lens;
    makeRoom(paths);
    return isCurrent ? copiedLens(paths, rebuilding.signal) : lensOfBook(paths, book, rebuilding);
  };
  return begin().catch((error: unknown) => {
    discardNextLens(paths);
    throw error;
  });
}

/** A next lens that could not take its place may still be read where it stands. */
function makeRoom(paths: WorkspacePaths): void {
  try {
    discardNextLens(paths);
  } catch (error) {
    throw lensInUse(error);
  }
}

async function copiedLens(paths: WorkspacePaths, signal: AbortSignal | undefined): Promise<DuckDbSession> {
  await copyFile(paths.lens, paths.nextLens, constants.COPYFILE_FICLONE);
  return openForWriting(paths, signal, dropUnnumberedRows);
}

function lensOfBook(paths: WorkspacePaths, book: BookDatabase, rebuilding: Rebuilding): Promise<DuckDbSession> {
  return openForWriting(paths, rebuilding.signal, async (lens) => {
    await createLens(lens);
    if (bookStamp(book) !== 'empty')
      await withPassingDatabase(lens, paths.passing, () => rebuildLens(lens, book, rebuilding));
  });
}

/** Writes all of the next lens to its file and closes it: from here on it can take the place of the present one. */
export async function finishNextLens(lens: DuckDbSession): Promise<void> {
  await lens.run('CHECKPOINT');
  lens.close();
}

/**
 * The file of a lens that mirrors the book, after a finished next lens has taken its place; null where there is none.
 * Where the system does not let go of the old file, that is the next lens as it stands.
 */
export async function presentLens(paths: WorkspacePaths, book: BookDatabase): Promise<string | null> {
  const stamp = bookStamp(book);
  if (await bears(paths.lens, stamp, paths)) return paths.lens;
  if (!existsSync(paths.nextLens) || !(await bears(paths.nextLens, stamp, paths))) return null;
  return (await replaceLens(paths)) ? paths.lens : paths.nextLens;
}

/** Puts a finished next lens in the place of the present one. False where the system does not let go of the old file. */
export async function replaceLens(paths: WorkspacePaths): Promise<boolean> {
  // The lens is never written in place: what lies beside it is not its log.
  for (const stray of [`${paths.lens}.wal`, `${paths.lens}.tmp`]) rmSync(stray, { recursive: true, force: true });
  for (let attempt = 0; attempt < RENAMES; attempt += 1) {
    try {
      renameSync(paths.nextLens, paths.lens);
      return true;
    } catch {
      // Windows does not replace a file that is open.
      await sleep(MILLISECONDS_BETWEEN_RENAMES);
    }
  }
  return false;
}

export function discardNextLens(paths: WorkspacePaths): void {
  for (const file of [paths.nextLens, `${paths.nextLens}.wal`]) rmSync(file, { force: true });
}

/** Whether a file is a lens that mirrors a state of the book. A log beside it means that it was not finished. */
async function bears(file: string, stamp: string, paths: WorkspacePaths): Promise<boolean> {
  if (file === paths.nextLens && existsSync(`${file}.wal`)) return false;
  const lens = await openLensFile(file, paths, { memory: LENS_MEMORY });
  if (lens === null) return false;
  lens.database.close();
  return lens.stamp === stamp;
}

async function openForWriting(
  { nextLens, folder }: WorkspacePaths,
  signal: AbortSignal | undefined,
  prepare: (lens: DuckDbSession) => Promise<void>,
): Promise<DuckDbSession> {
  const lens = await DuckDbSession.open({ path: nextLens, memory: LENS_MEMORY, spill: newSpillFolder(folder) }, signal);
  try {
    // Closing one that is given up would write all of it first, which takes seconds: `finishNextLens` alone writes it.
    await lens.run('PRAGMA disable_checkpoint_on_shutdown');
    await prepare(lens);
    return lens;
  } catch (error) {
    lens.close();
    throw error;
  }
}
