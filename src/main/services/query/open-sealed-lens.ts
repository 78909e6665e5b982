import { existsSync } from 'node:fs';
import { bookStamp } from '../../engine/book/book-rows.ts';
import type { BookDatabase } from '../../engine/book/open-book.ts';
import { DuckDbSession } from '../../engine/duckdb-session.ts';
import { LENS_LAYOUT } from '../../engine/lens/lens-schema.ts';
import { LENS_MEMORY } from '../../engine/lens/lens.ts';
import { openCurrentLens, withBook, type WorkspacePaths } from '../../engine/workspace.ts';

const open = (path: string): Promise<DuckDbSession> =>
  DuckDbSession.open({ path, memory: LENS_MEMORY, readOnly: true, sealed: true });

/**
 * The lens of a workspace, read-only and sealed. Several processes may hold it so at a time; only a lens that does not
 * mirror the book is opened for writing first, which no other process may meanwhile.
 */
export function openSealedLens(paths: WorkspacePaths): Promise<DuckDbSession> {
  return withBook(paths, 'read', async (book) => {
    const current = existsSync(paths.lens) ? await openIfCurrent(paths.lens, book) : null;
    if (current !== null) return current;
    (await openCurrentLens(paths, book)).close();
    return open(paths.lens);
  });
}

/** Null for a lens that is stale, of another layout, damaged or being written. */
async function openIfCurrent(path: string, book: BookDatabase): Promise<DuckDbSession | null> {
  let session: DuckDbSession;
  try {
    session = await open(path);
  } catch {
    return null;
  }
  try {
    const { stamp, layout } = await session.row('SELECT stamp, layout FROM lens_stamp');
    if (stamp === bookStamp(book) && layout === LENS_LAYOUT) return session;
  } catch {
    // Not a lens of ours: it is made anew.
  }
  session.close();
  return null;
}
