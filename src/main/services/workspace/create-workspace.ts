import type { z } from 'zod';
import type { CreateRequest, WorkspaceInfo } from '../../../shared/contract/calls.ts';
import type { ServiceContext } from '../../engine/service-context.ts';
import { makeWorkspace } from '../../engine/writing/make-workspace.ts';
import { workspaceInfo } from './workspace-info.ts';

/** Makes a workspace without rows in a new or an empty folder. */
export async function createWorkspace(
  { workspace }: z.output<typeof CreateRequest>,
  context: Pick<ServiceContext, 'access'>,
): Promise<WorkspaceInfo> {
  await makeWorkspace(workspace);
  return workspaceInfo({ workspace, check: false }, context);
}
