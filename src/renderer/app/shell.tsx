import { VisuallyHidden } from '@mantine/core';
import { useEffect, useMemo, useRef, Suspense, type ReactNode } from 'react';
import { useClient } from '../client/client-context.ts';
import { runCommand, useCommands } from '../commands/command-registry.ts';
import { useShortcuts } from '../commands/use-shortcuts.ts';
import { FileDialog } from '../components/file-dialog/file-dialog.tsx';
import { Palette } from '../features/palette/palette.tsx';
import { ShortcutsSheet } from '../features/palette/shortcuts-sheet.tsx';
import { useTourAsked } from '../features/tour/tour-state.ts';
import { useWords } from '../i18n/use-words.ts';
import { HOME, workspaceOf, type Route } from '../route/route.ts';
import { currentRoute, goTo, useRoute } from '../route/use-route.ts';
import { appWords } from './app-words.ts';
import { EngineBanner } from './banners/engine-banner.tsx';
import { commandWords } from './commands/command-words.ts';
import { useWindowCommands } from './commands/use-window-commands.ts';
import { useWorkspaceCommands } from './commands/use-workspace-commands.ts';
import { DropOverlay } from './drop/drop-overlay.tsx';
import { routeOfPath } from './drop/open-path.ts';
import { PageOfRoute } from './page-of-route.tsx';
import { pageName, windowTitle } from './page-title.ts';
import classes from './shell.module.css';
import { Sidebar } from './sidebar/sidebar.tsx';
import { StatusLine } from './status-line.tsx';
import { WorkspaceGate } from './workspace/workspace-gate.tsx';
import { WorkspaceOffers } from './workspace/workspace-offers.tsx';

/** What is around every page, and the page of the route. */
export function Shell(): ReactNode {
  const t = useWords(appWords);
  const route = useRoute();
  const workspace = workspaceOf(route);
  const content = useRef<HTMLDivElement>(null);
  useShortcuts();
  useWindowCommands();
  useWorkspaceCommands(route);
  useTourCommand();
  useHostEvents();

  const title = t(pageName(route));
  useEffect(() => {
    document.title = windowTitle(route, title);
  }, [route, title]);

  return (
    <div className={classes['shell']}>
      <button type="button" className={classes['skip']} onClick={() => content.current?.focus()}>
        {t('skip')}
      </button>
      <Sidebar route={route} />
      <div className={classes['middle']}>
        <EngineBanner />
        <div className={classes['content']} ref={content} tabIndex={-1}>
          <Suspense fallback={null}>
            <Page route={route} />
          </Suspense>
        </div>
      </div>
      <div className={classes['foot']}>
        <StatusLine route={route} />
      </div>
      <VisuallyHidden aria-live="polite">{t('now', { title })}</VisuallyHidden>
      {workspace !== null && <WorkspaceOffers key={workspace} workspace={workspace} />}
      <Palette route={route} />
      <ShortcutsSheet />
      <FileDialog />
      <DropOverlay />
    </div>
  );
}

function Page({ route }: { readonly route: Route }): ReactNode {
  const workspace = workspaceOf(route);
  const page = (
    <div className={classes['page']}>
      <PageOfRoute route={route} />
    </div>
  );
  // An import may go to a workspace that does not exist yet.
  if (workspace === null || route.kind === 'import') return page;
  return (
    <WorkspaceGate key={workspace} workspace={workspace}>
      {page}
    </WorkspaceGate>
  );
}

function useTourCommand(): void {
  const t = useWords(commandWords);
  useCommands(
    useMemo(
      () => [
        {
          id: 'show-tour',
          label: t('tour'),
          section: t('helpSection'),
          shortcut: null,
          keywords: t('tourKeywords'),
          run: () => {
            useTourAsked.setState({ isAsked: true });
            goTo(HOME);
          },
        },
      ],
      [t],
    ),
  );
}

/** What the system asks of the window: a file to open, an item of the host's menu. */
function useHostEvents(): void {
  const client = useClient();
  useEffect(() => {
    const stopFiles = client.on('file.opened', ({ path }) => {
      const route = routeOfPath(path, false, workspaceOf(currentRoute()));
      if (route !== null) goTo(route);
    });
    const stopMenu = client.on('menu.command', ({ command }) => void runCommand(command));
    return () => {
      stopFiles();
      stopMenu();
    };
  }, [client]);
}
