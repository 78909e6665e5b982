import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { AppException } from '../../shared/result.ts';
import { openBook, type BookDatabase } from './book/open-book.ts';
import { endSnapshot, onceLetIn } from './book/snapshot.ts';
import { translateSqliteError } from './book/sqlite-error.ts';
import type { DuckDbSession } from './duckdb-session.ts';
import { openCurrentLens } from './lens/current-lens.ts';
import { LENS_MEMORY } from './lens/lens.ts';
import { isLensDamaged, translateLensError } from './lens/lens-error.ts';
import { SPILL_PREFIX } from './lens/spill-folder.ts';

/** The files of a workspace folder. */
export interface WorkspacePaths {
  readonly folder: string;
  readonly book: string;
  /** Never written in place: the next one is renamed over it. */
  readonly lens: string;
  /** The lens as it will be; exists only while the workspace is written. */
  readonly nextLens: string;
  /** Exists only while an import or a rebuild runs. */
  readonly passing: string;
  /** Exists only while somebody writes the workspace. */
  readonly writerLock: string;
}

export function workspacePaths(folder: string): WorkspacePaths {
  const absolute = resolve(folder);
  return {
    folder: absolute,
    book: join(absolute, 'workspace.sqlite'),
    lens: join(absolute, 'lens.duckdb'),
    nextLens: join(absolute, 'lens-next.duckdb'),
    passing: join(absolute, 'import-in-progress.duckdb'),
    writerLock: join(absolute, 'writer.lock'),
  };
}

/** Tells the names of files in a workspace's folder that are the workspace's. */
export function ownFiles({ book, lens, nextLens, passing, writerLock }: WorkspacePaths): (name: string) => boolean {
  const prefixes = [...[book, lens, nextLens, passing, writerLock].map((path) => basename(path)), SPILL_PREFIX];
  return (name) => prefixes.some((prefix) => name.startsWith(prefix));
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

/** Opens the book of a workspace to read it; waits, without blocking the thread, for one that lets nobody in. */
export function openBookToRead({ book }: WorkspacePaths, checked: boolean): Promise<BookDatabase> {
  return onceLetIn(
    () => openBook(book, 'read', checked),
    (error) => error instanceof AppException && error.error.code === 'WORKSPACE_LOCKED',
  );
}

/** Gives `use` the book of a workspace and closes it afterwards. */
export async function withBook<T>(
  paths: WorkspacePaths,
  mode: 'read' | 'write',
  use: (book: BookDatabase) => T | Promise<T>,
): Promise<T> {
  const book = mode === 'read' ? await openBookToRead(paths, true) : openBook(paths.book, 'write');
  try {
    return await use(book);
  } catch (error) {
    throw translateSqliteError(error, paths.book);
  } finally {
    book.close();
  }
}

/** How a lens is read. */
export interface LensReading {
  /** Interrupts what the lens is doing. */
  readonly signal?: AbortSignal;
  /** Whether the statements are a user's: no other file, no network, no setting. */
  readonly sealed?: boolean;
  /** The one other file that sealed statements may write: that lens is opened for them alone. */
  readonly writes?: string;
  /** Whether an error tells that the lens is damaged. */
  readonly isDamage?: (error: unknown) => boolean;
}

/**
 * Gives `use` the lens and the book of a workspace that exists, to read; both show the same state. A lens that turns out
 * to be damaged is made anew from the book, and `use` runs once more.
 */
export async function withLens<T>(
  folder: string,
  use: (lens: DuckDbSession, book: BookDatabase) => Promise<T>,
  { signal, sealed = false, writes, isDamage = isLensDamaged }: LensReading = {},
): Promise<T> {
  const paths = existingWorkspace(folder);
  return withBook(paths, 'read', async (book) => {
    let version: string | null = null;
    const once = async (distrusted: string | null): Promise<T> => {
      const lens = await openCurrentLens(paths, book, { memory: LENS_MEMORY, sealed, writes, distrusted, signal });
      version = lens.file?.version ?? null;
      const session = await lens.database.session(signal);
      try {
        return await use(session, book);
      } finally {
        session.close();
        lens.database.close();
        endSnapshot(book);
      }
    };
    try {
      return await once(null).catch((error: unknown) => {
        if (signal?.aborted === true || !isDamage(error)) throw error;
        return once(version);
      });
    } catch (error) {
      throw translateLensError(error);
    }
  });
}
