import { lazy, Suspense, type ReactNode } from 'react';
import { useCall } from '../../client/use-call.ts';

const ReportCommand = lazy(async () => ({
  default: (await import('../../features/report/report-command.tsx')).ReportCommand,
}));

/** What can be done with a workspace whatever page is shown, as soon as it is known to be one. */
export function WorkspaceOffers({ workspace }: { readonly workspace: string }): ReactNode {
  const { data: info } = useCall('workspace.info', { workspace });
  if (info === undefined || info.tables.staging === 0) return null;
  return (
    <Suspense fallback={null}>
      <ReportCommand workspace={workspace} />
    </Suspense>
  );
}
