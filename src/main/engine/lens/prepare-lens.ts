import { bookStamp } from '../book/book-rows.ts';
import { canWriteBook } from '../book/open-book.ts';
import { existingWorkspace, withBook } from '../workspace.ts';
import { openCurrentLens } from './current-lens.ts';
import { LENS_MEMORY } from './lens.ts';
import { translateLensError } from './lens-error.ts';
import { openLensFile } from './lens-file.ts';
import { refuseTooLarge } from './memory-lens.ts';
import type { Rebuilding } from './rebuild-lens.ts';

/** The state that a lens mirrors, and whether it had to be made anew from the book for that. */
export interface PreparedLens {
  readonly stamp: string;
  readonly rebuilt: boolean;
}

/**
 * Brings the lens of a workspace up to its book, so that nobody waits for it later. Where the folder cannot be written,
 * every reader makes a lens of its own in memory: nothing is prepared, and a workspace too large for that is refused.
 */
export async function prepareLens(folder: string, { onRebuild, signal }: Rebuilding): Promise<PreparedLens> {
  const paths = existingWorkspace(folder);
  return withBook(paths, 'read', async (book) => {
    if (!canWriteBook(paths.book)) {
      const lens = await openLensFile(paths.lens, paths, { memory: LENS_MEMORY }, false);
      lens?.database.close();
      if (lens?.stamp !== bookStamp(book)) refuseTooLarge(book);
      return { stamp: bookStamp(book), rebuilt: false };
    }
    let rebuilt = false;
    const note = (rows: number, total: number): void => {
      rebuilt = true;
      onRebuild?.(rows, total);
    };
    try {
      const { database, stamp } = await openCurrentLens(paths, book, { memory: LENS_MEMORY, onRebuild: note, signal });
      database.close();
      return { stamp, rebuilt };
    } catch (error) {
      throw translateLensError(error);
    }
  });
}
