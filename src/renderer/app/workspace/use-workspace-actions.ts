import { useMemo } from 'react';
import { useClient } from '../../client/client-context.ts';
import { usePick } from '../../components/file-dialog/use-pick.ts';
import { joinPath, withWorkspaceEnding } from '../../components/path-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { appWords } from '../app-words.ts';
import { useFailures } from '../../components/use-failures.ts';
import { workspaceRoute } from './workspace-route.ts';

/** What can be done about workspaces from anywhere in the window. */
export interface WorkspaceActions {
  /** Asks for the folder of a workspace and opens it. */
  readonly open: () => Promise<void>;
  /** Asks for a name and a place, makes the workspace and goes on to import into it. */
  readonly create: () => Promise<void>;
}

export function useWorkspaceActions(): WorkspaceActions {
  const client = useClient();
  const pick = usePick();
  const t = useWords(appWords);
  const fail = useFailures();
  return useMemo(
    () => ({
      open: async () => {
        const host = await client.invoke('host.describe', {});
        if (!host.ok) return fail(host.error);
        const folder = await pick({ purpose: 'open-folder', title: t('openTitle'), workspacesOnly: true });
        if (folder !== null) goTo(workspaceRoute(folder));
        return undefined;
      },
      create: async () => {
        const host = await client.invoke('host.describe', {});
        if (!host.ok) return fail(host.error);
        const { documentsFolder } = host.value;
        const made = await client.invoke('host.makeFolder', { folder: documentsFolder });
        const chosen = await pick({
          purpose: 'save-file',
          title: t('newTitle'),
          suggested: joinPath(
            made.ok ? documentsFolder : host.value.homeFolder,
            withWorkspaceEnding(t('newSuggested')),
          ),
          filters: [{ name: t('workspaces'), extensions: ['veriscope'] }],
          confirm: t('create'),
        });
        if (chosen === null) return undefined;
        const workspace = withWorkspaceEnding(chosen);
        const created = await client.invoke('workspace.create', { workspace });
        if (!created.ok) return fail(created.error);
        goTo({ kind: 'import', file: null, workspace });
        return undefined;
      },
    }),
    [client, pick, t, fail],
  );
}
