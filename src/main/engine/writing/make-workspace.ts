import { AppException } from '../../../shared/result.ts';
import { translateLensError } from '../lens/lens-error.ts';
import { finishNextLens, openNextLens, replaceLens } from '../lens/next-lens.ts';
import { withBook } from '../workspace.ts';
import { withWriter } from './with-writer.ts';

/** Makes a workspace without rows. Refuses a folder that holds anything; undone where it fails. */
export function makeWorkspace(folder: string): Promise<void> {
  return withWriter(folder, 'change', async ({ paths, isNew }) => {
    if (!isNew) {
      throw new AppException(
        'WORKSPACE_NOT_WRITABLE',
        `There is a workspace at ${paths.folder} already.`,
        'Open it, or choose another folder.',
      );
    }
    try {
      await withBook(paths, 'write', async (book) => {
        // From the beginning, so that whoever looks at it goes on while it is filled.
        book.pragma('journal_mode = WAL');
        await finishNextLens(await openNextLens(paths, book));
        await replaceLens(paths);
      });
    } catch (error) {
      throw translateLensError(error);
    }
  });
}
