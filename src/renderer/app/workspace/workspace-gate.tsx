import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useClient } from '../../client/client-context.ts';
import { useCall } from '../../client/use-call.ts';
import type { CallFailure } from '../../client/value-of.ts';
import type { ErrorCode } from '../../../shared/error-codes.ts';
import type { AppError } from '../../../shared/result.ts';
import { PreparationBanner } from '../banners/preparation-banner.tsx';
import { UnavailableBanner } from '../banners/unavailable-banner.tsx';
import { useOpenPreparation } from './open-workspace.ts';
import { usePreparation } from './use-preparation.ts';
import { WorkspaceProblem } from './workspace-problem.tsx';

/** Failures that pass by themselves or belong to the window as a whole: the banners tell of them. */
const NOT_ITS_OWN: ReadonlySet<ErrorCode> = new Set(['ENGINE_STOPPED', 'HOST_UNREACHABLE', 'CANCELLED']);
const LOOK_AGAIN = 4000;

/** What keeps a workspace from being read. It stays while it is tried again, so that the page does not flicker. */
function useProblem(error: CallFailure | null, isOpen: boolean): AppError | null {
  const [kept, setKept] = useState<AppError | null>(null);
  const own = error === null || NOT_ITS_OWN.has(error.error.code) ? null : error.error;
  const problem = own ?? (isOpen ? null : kept);
  if (problem !== kept) setKept(problem);
  return problem;
}

/** Opens a workspace: remembers it, makes it ready, and shows its page, or in its stead why it cannot be opened. */
export function WorkspaceGate({
  workspace,
  children,
}: {
  readonly workspace: string;
  readonly children: ReactNode;
}): ReactNode {
  const client = useClient();
  const queries = useQueryClient();
  const { data: info, error, refetch } = useCall('workspace.info', { workspace });
  const isOpen = info !== undefined;
  const problem = useProblem(error, isOpen);

  useEffect(() => {
    if (isOpen) void client.invoke('recent.add', { folder: workspace });
  }, [client, workspace, isOpen]);

  const { data: settings } = useCall('settings.read', {});
  const isNewcomer = settings?.tourSeen === false;
  useEffect(() => {
    // Who has a workspace open found the way: home need not introduce itself any more.
    if (isOpen && isNewcomer) void client.invoke('settings.write', { tourSeen: true });
  }, [client, isOpen, isNewcomer]);

  const isLocked = problem?.code === 'WORKSPACE_LOCKED';
  useEffect(() => {
    if (!isLocked) return undefined;
    const timer = setInterval(() => void refetch(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [isLocked, refetch]);

  const control = usePreparation(workspace, isOpen);
  useEffect(() => {
    useOpenPreparation.setState({ control });
    return () => useOpenPreparation.setState({ control: null });
  }, [control]);

  const retry = (): void => {
    void queries.invalidateQueries({
      predicate: ({ queryKey: [, request], state }) =>
        state.status === 'error' && JSON.stringify(request).includes(JSON.stringify(workspace)),
    });
  };
  if (problem !== null && !isOpen) return <WorkspaceProblem workspace={workspace} error={problem} onRetry={retry} />;
  return (
    <>
      {problem !== null && <UnavailableBanner error={problem} onRetry={retry} />}
      <PreparationBanner control={control} />
      {children}
    </>
  );
}
