import { existsSync } from 'node:fs';
import { bookStamp } from '../book/book-rows.ts';
import type { BookDatabase } from '../book/open-book.ts';
import { DuckDbSession } from '../duckdb-session.ts';
import { LENS_LAYOUT } from './lens-schema.ts';
import { LENS_MEMORY } from './lens.ts';

/**
 * The lens of a workspace, read-only: several processes may hold it so at a time. Only a lens that does not mirror the
 * book is opened for writing first, by `makeCurrent`, which no other process may meanwhile. `sealed` forbids every
 * other file and every setting, for statements that a user wrote.
 */
export async function openReadOnlyLens(
  path: string,
  book: BookDatabase,
  sealed: boolean,
  makeCurrent: () => Promise<void>,
): Promise<DuckDbSession> {
  const open = (): Promise<DuckDbSession> => DuckDbSession.open({ path, memory: LENS_MEMORY, readOnly: true, sealed });
  const current = existsSync(path) ? await ifCurrent(open, book) : null;
  if (current !== null) return current;
  await makeCurrent();
  return open();
}

/** Null for a lens that is stale, of another layout, damaged or being written. */
async function ifCurrent(open: () => Promise<DuckDbSession>, book: BookDatabase): Promise<DuckDbSession | null> {
  let session: DuckDbSession;
  try {
    session = await open();
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
