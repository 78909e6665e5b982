import type { z } from 'zod';
import type { SavedViews, ViewsChangeRequest, ViewsRequest } from '../../../shared/contract/saved-view.ts';
import { openBook } from '../../engine/book/open-book.ts';
import { changeViews, readViews } from '../../engine/book/saved-views.ts';
import { existingWorkspace } from '../../engine/workspace.ts';
import type { WorkspaceAccess } from '../../engine/workspace-access.ts';
import { withWriter } from '../../engine/writing/with-writer.ts';

/** The views that the book of a workspace keeps. */
export function savedViews(
  { workspace }: z.output<typeof ViewsRequest>,
  { access }: { readonly access: WorkspaceAccess },
): Promise<SavedViews> {
  return access.withBook(workspace, (book) => readViews(book));
}

/**
 * Changes the views and returns them all. Throws `WORKSPACE_BUSY` or `WORKSPACE_LOCKED` while an import writes the book,
 * `WORKSPACE_NOT_WRITABLE` where nobody may write it.
 */
export async function changeSavedViews({
  workspace,
  change,
}: z.output<typeof ViewsChangeRequest>): Promise<SavedViews> {
  const { folder } = existingWorkspace(workspace);
  return withWriter(folder, 'change', async ({ paths }) => {
    const book = openBook(paths.book, 'write', false);
    try {
      changeViews(book, change);
      return readViews(book);
    } finally {
      book.close();
    }
  });
}
