import type { z } from 'zod';
import type { PlainProgress } from '../../../shared/contract/calls.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { ColumnMemory } from '../../engine/columns/column-memory.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import type { ServiceContext } from '../../engine/service-context.ts';

/** What the services of dashboards are given beside their request. */
export interface DashboardContext extends ServiceContext {
  readonly columns: ColumnMemory;
  readonly onProgress: (progress: z.output<typeof PlainProgress>) => void;
}

/** A call that is answered from the columns of its workspace. */
export function withColumns<Request extends { readonly workspace: string }, Answer>(
  answer: (columns: WorkspaceColumns, request: Request) => Promise<Answer>,
): (request: Request, context: DashboardContext) => Promise<Result<Answer>> {
  return async (request, { columns, access, signal, onProgress }) =>
    ok(
      await columns.use({ workspace: request.workspace, access, signal, onProgress }, (opened) =>
        answer(opened, request),
      ),
    );
}
