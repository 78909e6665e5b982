import { Menu, UnstyledButton } from '@mantine/core';
import { IconDatabase, IconFolderOpen, IconFolderPlus, IconSelector, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../client/use-call.ts';
import { runCommand } from '../../commands/command-registry.ts';
import { workspaceTitle } from '../../components/path-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { HOME } from '../../route/route.ts';
import { goTo } from '../../route/use-route.ts';
import { appWords } from '../app-words.ts';
import { workspaceRoute } from '../workspace/workspace-route.ts';
import classes from './sidebar.module.css';

const MOST_SHOWN = 8;

/** The open workspace, and the way to another. */
export function WorkspaceMenu({
  workspace,
  isRail,
}: {
  readonly workspace: string;
  readonly isRail: boolean;
}): ReactNode {
  const t = useWords(appWords);
  const { data: recent } = useCall('recent.list', {});
  const name = workspaceTitle(workspace);
  const others = (recent?.workspaces ?? []).filter(({ folder, exists }) => exists && folder !== workspace);
  return (
    <Menu width={280} position="bottom-start">
      <Menu.Target>
        <UnstyledButton
          className={classes['workspace']}
          aria-label={t('switchWorkspace', { name })}
          title={isRail ? name : workspace}
        >
          <IconDatabase size={18} stroke={1.6} aria-hidden className={classes['icon']} />
          {!isRail && (
            <>
              <span className={classes['workspace-name']}>{name}</span>
              <IconSelector size={14} aria-hidden />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {others.length > 0 && <Menu.Label>{t('recent')}</Menu.Label>}
        {others.slice(0, MOST_SHOWN).map(({ folder, name: other }) => (
          <Menu.Item
            key={folder}
            leftSection={<IconDatabase size={16} stroke={1.6} aria-hidden />}
            title={folder}
            onClick={() => goTo(workspaceRoute(folder))}
          >
            {other}
          </Menu.Item>
        ))}
        {others.length > 0 && <Menu.Divider />}
        <Menu.Item
          leftSection={<IconFolderOpen size={16} stroke={1.6} aria-hidden />}
          onClick={() => runCommand('open-workspace')}
        >
          {t('openOther')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolderPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => runCommand('new-workspace')}
        >
          {t('newWorkspace')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconX size={16} stroke={1.6} aria-hidden />} onClick={() => goTo(HOME)}>
          {t('closeWorkspace')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
