import type { z } from 'zod';
import type { RejectsAnswer, RejectsRequest } from '../../../shared/contract/calls.ts';
import { countRejects, readRejects } from '../../engine/book/read-rejects.ts';
import type { ServiceContext } from '../../engine/service-context.ts';

/** The rows that were kept out of a workspace, in the order of run and line; `total` counts those that are asked for. */
export async function rejectsOf(
  { workspace, limit, offset, run, reason, column }: z.output<typeof RejectsRequest>,
  { access }: Pick<ServiceContext, 'access'>,
): Promise<z.output<typeof RejectsAnswer>> {
  const filter = { run, reason, column };
  return access.withBook(workspace, (book) => ({
    total: countRejects(book, filter),
    rejects: [...readRejects(book, limit, offset, filter)],
  }));
}
