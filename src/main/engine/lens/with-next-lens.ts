import { bookStamp } from '../book/book-rows.ts';
import type { BookDatabase } from '../book/open-book.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import type { WorkspacePaths } from '../workspace.ts';
import { isLensDamaged, translateLensError } from './lens-error.ts';
import { discardNextLens, openNextLens, presentLens } from './next-lens.ts';
import type { Rebuilding } from './rebuild-lens.ts';

/**
 * Gives `use` the next lens of a workspace that it writes, to change it together with the book. `use` gives it the stamp
 * that it gives the book, finishes it (`finishNextLens`) and then commits the book: from that moment on the next lens is
 * the lens, even if this process should be killed before the file has its name. Where `use` fails, nothing is left of
 * it; where it changed nothing, likewise. A lens that turns out to be damaged is made anew, and `use` runs once more.
 */
export async function withNextLens<T>(
  paths: WorkspacePaths,
  book: BookDatabase,
  use: (lens: DuckDbSession) => Promise<T>,
  rebuilding: Rebuilding = {},
): Promise<T> {
  const once = async (distrusted: boolean): Promise<T> => {
    const lens = await openNextLens(paths, book, { ...rebuilding, distrusted });
    try {
      return await use(lens);
    } finally {
      lens.close();
    }
  };
  const before = bookStamp(book);
  try {
    const answer = await once(false).catch((error: unknown) => {
      if (!isLensDamaged(error)) throw error;
      return once(true);
    });
    if (bookStamp(book) !== before) await presentLens(paths, book).catch(() => null);
    else discardNextLens(paths);
    return answer;
  } catch (error) {
    if (bookStamp(book) === before) discardNextLens(paths);
    throw translateLensError(error);
  }
}
