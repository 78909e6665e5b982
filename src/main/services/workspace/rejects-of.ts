import type { z } from 'zod';
import type { RejectsAnswer, RejectsRequest } from '../../../shared/contract/calls.ts';
import { readRejects } from '../../engine/book/book-rows.ts';
import { existingWorkspace, withBook } from '../../engine/workspace.ts';

/** The rows that were kept out of a workspace, in the order of run and line. */
export async function rejectsOf({
  workspace,
  limit,
  offset,
}: z.output<typeof RejectsRequest>): Promise<z.output<typeof RejectsAnswer>> {
  return withBook(existingWorkspace(workspace), 'read', (book) => ({
    total: Number(book.prepare('SELECT count(*) FROM rejects').pluck().get()),
    rejects: [...readRejects(book, limit, offset)],
  }));
}
