import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppException } from '../../shared/result.ts';
import { bookStamp } from './book/book-rows.ts';
import { openBook, type BookDatabase } from './book/open-book.ts';
import type { DuckDbSession } from './duckdb-session.ts';
import { discardLens, lensStamp, openLens } from './lens/lens.ts';
import { isLensDamaged, translateLensError } from './lens/lens-error.ts';
import { openReadOnlyLens } from './lens/open-read-only-lens.ts';
import { withPassingDatabase } from './lens/passing-database.ts';
import { rebuildLens, type RebuildProgress } from './lens/rebuild-lens.ts';

const BOOK_FILE = 'workspace.sqlite';
const LENS_FILE = 'lens.duckdb';
const PASSING_FILE = 'import-in-progress.duckdb';

const OWN_FILES = [BOOK_FILE, LENS_FILE, PASSING_FILE] as const;

/** The files of a workspace folder. */
export interface WorkspacePaths {
  readonly folder: string;
  readonly book: string;
  readonly lens: string;
  /** Exists only while an import or a rebuild runs. */
  readonly passing: string;
}

export function workspacePaths(folder: string): WorkspacePaths {
  const absolute = resolve(folder);
  return {
    folder: absolute,
    book: join(absolute, BOOK_FILE),
    lens: join(absolute, LENS_FILE),
    passing: join(absolute, PASSING_FILE),
  };
}

/** The paths of a workspace that exists; throws `WORKSPACE_NOT_FOUND` otherwise. */
export function existingWorkspace(folder: string): WorkspacePaths {
  const paths = workspacePaths(folder);
  // An empty file is a workspace for SQLite, but nobody's.
  if ((statSync(paths.book, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    throw new AppException(
      'WORKSPACE_NOT_FOUND',
      `There is no workspace at ${paths.folder}.`,
      'Check the path, or make a workspace by importing a CSV file into it: veriscope import FILE --workspace DIR.',
    );
  }
  return paths;
}

/**
 * The paths of a workspace to write to, its folder made where it is missing. `undo` removes what was made. Refuses a
 * folder that holds other things.
 */
export function workspaceForWriting(folder: string): { readonly paths: WorkspacePaths; readonly undo: () => void } {
  const paths = workspacePaths(folder);
  const nothing = (): void => undefined;
  if (existsSync(paths.book)) return { paths, undo: nothing };
  try {
    const made = mkdirSync(paths.folder, { recursive: true });
    const others = readdirSync(paths.folder).filter((name) => !OWN_FILES.some((own) => name.startsWith(own)));
    if (others.length > 0) {
      throw new AppException(
        'WORKSPACE_NOT_FOUND',
        `${paths.folder} is not a workspace, and it is not empty.`,
        'Choose a new or an empty folder, for example NAME.veriscope.',
      );
    }
    return { paths, undo: () => removeWorkspaceFiles(paths, made) };
  } catch (error) {
    if (error instanceof AppException) throw error;
    throw new AppException(
      'WORKSPACE_NOT_WRITABLE',
      `The folder ${paths.folder} cannot be made or read.`,
      'Check the path and that you may write there.',
      { cause: error },
    );
  }
}

function removeWorkspaceFiles(paths: WorkspacePaths, madeFolder: string | undefined): void {
  for (const file of [paths.book, paths.lens, paths.passing]) {
    for (const suffix of ['', '-wal', '-shm', '-journal', '.wal', '.tmp'])
      rmSync(file + suffix, { recursive: true, force: true });
  }
  if (madeFolder !== undefined) rmSync(madeFolder, { recursive: true, force: true });
}

/** Gives `use` the book of a workspace and closes it afterwards. */
export async function withBook<T>(
  paths: WorkspacePaths,
  mode: 'read' | 'write',
  use: (book: BookDatabase) => T | Promise<T>,
): Promise<T> {
  const book = openBook(paths.book, mode);
  try {
    return await use(book);
  } finally {
    book.close();
  }
}

/** Opens the lens for writing and brings it up to the book where it is behind, ahead, missing or damaged. */
export async function openCurrentLens(
  paths: WorkspacePaths,
  book: BookDatabase,
  onRebuild?: RebuildProgress,
): Promise<DuckDbSession> {
  const lens = await openLens(paths.lens);
  try {
    if ((await lensStamp(lens)) !== bookStamp(book)) {
      await withPassingDatabase(lens, paths.passing, () => rebuildLens(lens, book, onRebuild));
    }
    return lens;
  } catch (error) {
    lens.close();
    throw error;
  }
}

/**
 * Gives `use` a lens that mirrors the book and closes it afterwards. Where a block of the lens turns out to be damaged,
 * the lens is made anew from the book and `use` runs once more.
 */
export async function withCurrentLens<T>(
  paths: WorkspacePaths,
  book: BookDatabase,
  use: (lens: DuckDbSession) => Promise<T>,
): Promise<T> {
  const once = async (): Promise<T> => {
    const lens = await openCurrentLens(paths, book);
    try {
      return await use(lens);
    } finally {
      lens.close();
    }
  };
  try {
    return await once().catch((error: unknown) => {
      if (!isLensDamaged(error)) throw error;
      discardLens(paths.lens);
      return once();
    });
  } catch (error) {
    throw translateLensError(error);
  }
}

/** How a lens is read. */
export interface LensReading {
  /** Interrupts what the lens is doing. */
  readonly signal?: AbortSignal;
  /** Whether the statements are a user's: no other file, no network, no setting. */
  readonly sealed?: boolean;
  /** Whether an error tells that the lens is damaged. */
  readonly isDamage?: (error: unknown) => boolean;
}

/**
 * Gives `use` the lens and the book of a workspace that exists, to read. A lens that turns out to be damaged is made anew
 * from the book, and `use` runs once more.
 */
export async function withLens<T>(
  folder: string,
  use: (lens: DuckDbSession, book: BookDatabase) => Promise<T>,
  { signal, sealed = false, isDamage = isLensDamaged }: LensReading = {},
): Promise<T> {
  const paths = existingWorkspace(folder);
  return withBook(paths, 'read', async (book) => {
    const once = async (): Promise<T> => {
      const makeCurrent = async (): Promise<void> => (await openCurrentLens(paths, book)).close();
      const lens = await openReadOnlyLens(paths.lens, book, sealed, makeCurrent);
      const interrupt = (): void => lens.connection.interrupt();
      signal?.addEventListener('abort', interrupt);
      try {
        signal?.throwIfAborted();
        return await use(lens, book);
      } finally {
        signal?.removeEventListener('abort', interrupt);
        lens.close();
      }
    };
    try {
      return await once().catch((error: unknown) => {
        if (signal?.aborted === true || !isDamage(error)) throw error;
        discardLens(paths.lens);
        return once();
      });
    } catch (error) {
      throw translateLensError(error);
    }
  });
}
