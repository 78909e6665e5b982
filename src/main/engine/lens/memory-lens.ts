import { AppException } from '../../../shared/result.ts';
import { bookStamp, countTables } from '../book/book-rows.ts';
import type { BookDatabase } from '../book/open-book.ts';
import { DuckDbDatabase } from '../duckdb-session.ts';
import { createLens } from './lens.ts';
import type { LensOptions, OpenLens } from './lens-file.ts';
import { IN_MEMORY, withPassingDatabase } from './passing-database.ts';
import { rebuildLens, type Rebuilding } from './rebuild-lens.ts';

/** A row takes about a kilobyte, twice while the lens is made: so many fit into `MEMORY`, in MiB. */
const MOST_ROWS = 250_000;
const MEMORY = 1024;

/** Throws `WORKSPACE_NOT_WRITABLE` for a book of more rows than a lens in memory is meant for. */
export function refuseTooLarge(book: BookDatabase): void {
  if (countTables(book).staging <= MOST_ROWS) return;
  throw new AppException(
    'WORKSPACE_NOT_WRITABLE',
    'The lens of this workspace is missing or behind, and the folder cannot be written to make it anew.',
    'Copy the folder to where you may write, and open the copy.',
  );
}

/**
 * A lens that is nowhere but in memory: for a workspace that cannot be written, and whose own lens does not mirror its
 * book. Throws `WORKSPACE_NOT_WRITABLE` for one of more rows than that is meant for.
 */
export async function memoryLens(
  book: BookDatabase,
  { sealed = false, writes, ...options }: LensOptions,
  rebuilding: Rebuilding,
): Promise<OpenLens> {
  refuseTooLarge(book);
  const database = await DuckDbDatabase.open({ ...options, path: IN_MEMORY, memory: MEMORY, spill: null });
  try {
    const session = await database.session(rebuilding.signal);
    try {
      await createLens(session);
      if (bookStamp(book) !== 'empty')
        await withPassingDatabase(session, IN_MEMORY, () => rebuildLens(session, book, rebuilding));
    } finally {
      session.close();
    }
    if (sealed) await database.seal(writes);
    return { database, stamp: bookStamp(book), file: null };
  } catch (error) {
    database.close();
    throw error;
  }
}
