import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCommands } from '../../commands/command-registry.ts';
import { useShowInFolder } from '../../components/use-show-in-folder.ts';
import { useChooseFile } from '../../features/import/use-choose-file.ts';
import { useSample } from '../../features/home/use-sample.ts';
import { useWords } from '../../i18n/use-words.ts';
import { HOME, workspaceOf, type Route } from '../../route/route.ts';
import { goTo } from '../../route/use-route.ts';
import { appWords } from '../app-words.ts';
import { WORKSPACE_NAVIGATION } from '../sidebar/navigation.ts';
import { useWorkspaceActions } from '../workspace/use-workspace-actions.ts';
import { commandWords } from './command-words.ts';

/** Commands that lead somewhere: pages, workspaces, imports. */
export function useWorkspaceCommands(route: Route): void {
  const t = useWords(commandWords);
  const words = useWords(appWords);
  const workspace = workspaceOf(route);
  const { open, create } = useWorkspaceActions();
  const chooseFile = useChooseFile(workspace);
  const show = useShowInFolder();
  const sample = useSample();
  const queries = useQueryClient();

  useCommands(
    useMemo(() => {
      const section = t('workspaceSection');
      return [
        { id: 'open-workspace', label: t('openWorkspace'), section, shortcut: 'mod+O', run: () => void open() },
        { id: 'new-workspace', label: t('newWorkspace'), section, shortcut: null, run: () => void create() },
        {
          id: 'import-file',
          label: t('importFile'),
          section,
          shortcut: 'mod+I',
          keywords: t('importKeywords'),
          run: chooseFile,
        },
        {
          id: 'try-sample',
          label: t('trySample'),
          section,
          shortcut: null,
          keywords: t('sampleKeywords'),
          run: () => {
            goTo(HOME);
            sample.start();
          },
        },
      ];
    }, [t, open, create, chooseFile, sample]),
  );
  useCommands(
    useMemo(() => {
      const section = t('goSection');
      const pages = WORKSPACE_NAVIGATION.flatMap(({ items }) => items).filter((item) => item.kind === 'page');
      return [
        { id: 'go-home', label: t('home'), section, shortcut: 'mod+Shift+H', run: () => goTo(HOME) },
        {
          id: 'open-settings',
          label: t('settings'),
          section,
          shortcut: 'mod+,',
          run: () => goTo({ kind: 'settings' }),
        },
        ...(workspace === null
          ? []
          : pages.map((page) => ({
              id: `go-${page.id.replace(' ', '-')}`,
              label: words(page.label),
              section,
              shortcut: null,
              keywords: words(page.hint),
              run: () => goTo(page.route(workspace)),
            }))),
      ];
    }, [t, words, workspace]),
  );
  useCommands(
    useMemo(
      () =>
        workspace === null
          ? []
          : [
              {
                id: 'refresh',
                label: t('reload'),
                section: t('workspaceSection'),
                shortcut: null,
                run: () => void queries.invalidateQueries(),
              },
              {
                id: 'show-workspace',
                label: t('showWorkspace'),
                section: t('workspaceSection'),
                shortcut: null,
                run: () => show(workspace),
              },
              {
                id: 'close-workspace',
                label: t('closeWorkspace'),
                section: t('workspaceSection'),
                shortcut: null,
                run: () => goTo(HOME),
              },
            ],
      [t, workspace, queries, show],
    ),
  );
}
