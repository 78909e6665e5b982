import { ActionIcon, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconHome,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSettings,
} from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useCall } from '../../client/use-call.ts';
import { runCommand, useCommands, useRegistry } from '../../commands/command-registry.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { printRoute, workspaceOf, type Route } from '../../route/route.ts';
import { useKeptState } from '../../state/use-kept-state.ts';
import icon from '../../../../resources/icon.svg';
import { appWords } from '../app-words.ts';
import { commandWords } from '../commands/command-words.ts';
import { NavigationItem } from './navigation-item.tsx';
import { navigationPageOf, WORKSPACE_NAVIGATION, type NavigationPage } from './navigation.ts';
import classes from './sidebar.module.css';
import { WorkspaceMenu } from './workspace-menu.tsx';

/** Narrower windows, and wide ones at a zoom of 200 %, begin with the icons alone. */
const NARROW = '(max-width: 900px)';

/** The navigation at the left: the pages of the workspace, what can be done with it, home and settings. */
export function Sidebar({ route }: { readonly route: Route }): ReactNode {
  const t = useWords(appWords);
  const words = useWords(commandWords);
  const isNarrow = useMediaQuery(NARROW, window.matchMedia(NARROW).matches);
  const [isFolded, setFolded] = useKeptState('sidebar folded', false, parseFolded);
  const [isOpenNarrow, setOpenNarrow] = useState(false);
  const isRail = isNarrow ? !isOpenNarrow : isFolded;
  const workspace = workspaceOf(route);

  useCommands(
    useMemo(
      () => [
        {
          id: 'toggle-sidebar',
          label: t(isRail ? 'expand' : 'collapse'),
          section: words('windowSection'),
          shortcut: 'mod+B',
          run: () => (isNarrow ? setOpenNarrow(isRail) : setFolded(!isRail)),
        },
      ],
      [t, words, isRail, isNarrow, setFolded],
    ),
  );
  const toggle = t(isRail ? 'expand' : 'collapse');
  const ToggleIcon = isRail ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes['sidebar']} data-rail={isRail} aria-label={t('navigation')}>
      {workspace === null ? (
        <div className={classes['brand']}>
          <img src={icon} alt="" width={30} height={30} />
          {!isRail && <span>Veriscope</span>}
        </div>
      ) : (
        <>
          <WorkspaceMenu workspace={workspace} isRail={isRail} />
          <div className={classes['sections']}>
            <WorkspaceItems route={route} workspace={workspace} isRail={isRail} />
          </div>
        </>
      )}
      <ul className={classes['foot']} data-alone={workspace === null || undefined}>
        <NavigationItem label={t('home')} icon={IconHome} isRail={isRail} href="#/" isCurrent={route.kind === 'home'} />
        <NavigationItem
          label={t('settings')}
          icon={IconSettings}
          isRail={isRail}
          href="#/settings"
          isCurrent={route.kind === 'settings'}
        />
        <li className={classes['toggle']}>
          <Tooltip label={toggle} position="right">
            <ActionIcon aria-label={toggle} aria-expanded={!isRail} onClick={() => runCommand('toggle-sidebar')}>
              <ToggleIcon size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </li>
      </ul>
    </nav>
  );
}

function WorkspaceItems({
  route,
  workspace,
  isRail,
}: {
  readonly route: Route;
  readonly workspace: string;
  readonly isRail: boolean;
}): ReactNode {
  const t = useWords(appWords);
  const { data: info } = useCall('workspace.info', { workspace });
  const format = useFormat();
  const commands = useRegistry((state) => state.commands);
  const current = navigationPageOf(route);
  const countOf = ({ count }: NavigationPage): string | null =>
    count === null || info === undefined ? null : format.number(count(info));
  return WORKSPACE_NAVIGATION.map(({ id, label, items }) => (
    <section key={id} className={classes['section']} aria-labelledby={`navigation-${id}`}>
      <h2 id={`navigation-${id}`} className={classes['heading']}>
        {t(label)}
      </h2>
      <ul>
        {items.map((item) =>
          item.kind === 'page' ? (
            <NavigationItem
              key={item.id}
              label={t(item.label)}
              hint={t(item.hint)}
              icon={item.icon}
              isRail={isRail}
              count={countOf(item)}
              href={printRoute(item.route(workspace))}
              isCurrent={item === current}
            />
          ) : (
            <NavigationItem
              key={item.id}
              label={t(item.label)}
              {...(commands.has(item.command) ? {} : { hint: t('notHere') })}
              icon={item.icon}
              isRail={isRail}
              isDisabled={!commands.has(item.command)}
              shortcut={commands.get(item.command)?.shortcut ?? null}
              onRun={() => runCommand(item.command)}
            />
          ),
        )}
      </ul>
    </section>
  ));
}

function parseFolded(json: unknown): boolean | null {
  return typeof json === 'boolean' ? json : null;
}
