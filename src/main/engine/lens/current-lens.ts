import { setTimeout as sleep } from 'node:timers/promises';
import { canWriteBook, type BookDatabase } from '../book/open-book.ts';
import { beginSnapshot, endSnapshot } from '../book/snapshot.ts';
import type { WorkspacePaths } from '../workspace.ts';
import { lockedOut, tryWriterLock } from '../writing/writer-lock.ts';
import { lensVersion, openLensFile, type LensOptions, type OpenLens } from './lens-file.ts';
import { memoryLens } from './memory-lens.ts';
import { discardNextLens, finishNextLens, openNextLens, presentLens, replaceLens } from './next-lens.ts';
import type { Rebuilding } from './rebuild-lens.ts';
import { sweepSpillFolders } from './spill-folder.ts';

/** How long a reader waits for whoever makes or replaces the lens. */
const MILLISECONDS_TO_WAIT = 10_000;
const MILLISECONDS_BETWEEN_LOOKS = 25;
/** A lens that was made may be behind again when it is opened, should an import have come in between. */
const ATTEMPTS = 5;

/** What is read of a lens, and how it is made where it is not current. */
export interface CurrentLensOptions extends LensOptions, Rebuilding {
  /** The version of a lens's file that turned out to be damaged. */
  readonly distrusted?: string | null;
}

/**
 * Opens a lens that mirrors the book, to read. One that is behind, missing or damaged is made anew first, for which this
 * process becomes the writer of the workspace; where another one is, its work is waited for. Afterwards `book` is in a
 * transaction that sees the state which the lens mirrors: its caller ends it.
 */
export async function openCurrentLens(
  paths: WorkspacePaths,
  book: BookDatabase,
  { distrusted = null, onRebuild, signal, ...options }: CurrentLensOptions,
): Promise<OpenLens> {
  const mayWrite = canWriteBook(paths.book);
  const patience = performance.now() + MILLISECONDS_TO_WAIT;
  let path = paths.lens;
  for (let made = 0; made < ATTEMPTS;) {
    signal?.throwIfAborted();
    const stamp = await beginSnapshot(book);
    try {
      const isDistrusted = distrusted !== null && lensVersion(path) === distrusted;
      const lens = isDistrusted ? null : await openLensFile(path, paths, options, mayWrite);
      if (lens?.stamp === stamp) return lens;
      lens?.database.close();
      if (!mayWrite) return await memoryLens(book, options, { onRebuild, signal });
    } catch (error) {
      endSnapshot(book);
      throw error;
    }
    endSnapshot(book);
    const lock = tryWriterLock(paths, 'rebuild');
    if (lock.kind === 'locked-out') {
      if (performance.now() > patience) throw lockedOut(lock);
      await sleep(MILLISECONDS_BETWEEN_LOOKS);
      continue;
    }
    try {
      path = await makeCurrent(paths, book, { distrusted, onRebuild, signal });
      made += 1;
    } finally {
      lock.release();
    }
  }
  throw new Error('a lens that was just made does not mirror the book');
}

/** Makes a lens that mirrors the book, unless somebody has in the meantime; returns its file. */
async function makeCurrent(
  paths: WorkspacePaths,
  book: BookDatabase,
  { distrusted, onRebuild, signal }: Rebuilding & { readonly distrusted: string | null },
): Promise<string> {
  const isDistrusted = distrusted !== null && lensVersion(paths.lens) === distrusted;
  const present = isDistrusted ? null : await presentLens(paths, book);
  if (present !== null) return present;
  sweepSpillFolders(paths.folder);
  const lens = await openNextLens(paths, book, { onRebuild, signal, distrusted: true });
  try {
    await finishNextLens(lens);
  } catch (error) {
    lens.close();
    discardNextLens(paths);
    throw error;
  }
  return (await replaceLens(paths)) ? paths.lens : paths.nextLens;
}
