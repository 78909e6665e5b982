import { ActionIcon, Menu, Skeleton, Table } from '@mantine/core';
import { IconAppWindow, IconDots, IconFolder, IconListDetails } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RecentWorkspace } from '../../../shared/contract/host-calls.ts';
import { workspaceRoute } from '../../app/workspace/workspace-route.ts';
import { useClient } from '../../client/client-context.ts';
import { useCall } from '../../client/use-call.ts';
import { folderOf } from '../../components/path-text.ts';
import { useErrorText } from '../../components/use-error-text.ts';
import { useNow } from '../../components/use-now.ts';
import { useShowInFolder } from '../../components/use-show-in-folder.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { printRoute } from '../../route/route.ts';
import classes from './home-page.module.css';
import { homeWords } from './home-words.ts';

/** One workspace of the list, with what it holds, or why that cannot be told. */
export function RecentRow({ workspace }: { readonly workspace: RecentWorkspace }): ReactNode {
  const t = useWords(homeWords);
  const format = useFormat();
  const now = useNow();
  const { folder, name, bytes, exists, openedAt } = workspace;
  return (
    <Table.Tr className={exists ? (classes['row'] ?? '') : `${classes['row']} ${classes['gone']}`}>
      <Table.Td>
        <div className={classes['name']}>
          <a className={classes['link']} href={printRoute(workspaceRoute(folder))}>
            {name}
          </a>
          <span className={classes['folder']} title={folder}>
            {folderOf(folder) ?? folder}
          </span>
        </div>
      </Table.Td>
      {exists ? (
        <Contents folder={folder} bytes={bytes} />
      ) : (
        <>
          <Table.Td className={classes['time'] ?? ''} colSpan={2}>
            {t('missing')}
          </Table.Td>
          <Table.Td />
        </>
      )}
      <Table.Td className={`${classes['time']} ${classes['opened']}`} title={format.dateTime(openedAt)}>
        {format.ago(openedAt, now)}
      </Table.Td>
      <Table.Td className={classes['actions'] ?? ''}>
        <RowMenu workspace={workspace} />
      </Table.Td>
    </Table.Tr>
  );
}

function Contents({ folder, bytes }: { readonly folder: string; readonly bytes: number | null }): ReactNode {
  const t = useWords(homeWords);
  const format = useFormat();
  const errorText = useErrorText();
  const now = useNow();
  const { data: info, error } = useCall('workspace.info', { workspace: folder });
  const last = info?.runs.at(-1);
  if (error !== null)
    return (
      <Table.Td className={classes['problem'] ?? ''} colSpan={3} title={error.message}>
        {errorText(error.error).title}
      </Table.Td>
    );
  return (
    <>
      <Table.Td className={classes['number'] ?? ''}>
        {info === undefined ? <Skeleton height={12} /> : format.number(info.tables.staging)}
      </Table.Td>
      <Table.Td className={`${classes['number']} ${classes['size']}`}>
        {bytes === null ? '' : format.bytes(bytes)}
      </Table.Td>
      <Table.Td
        className={classes['time'] ?? ''}
        title={last === undefined ? undefined : `${last.fileName} · ${format.dateTime(last.importedAt)}`}
      >
        {info === undefined ? (
          <Skeleton height={12} />
        ) : last === undefined ? (
          t('never')
        ) : (
          format.ago(last.importedAt, now)
        )}
      </Table.Td>
    </>
  );
}

function RowMenu({ workspace: { folder, name, exists } }: { readonly workspace: RecentWorkspace }): ReactNode {
  const t = useWords(homeWords);
  const client = useClient();
  const show = useShowInFolder();
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon aria-label={t('actionsOf', { name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={!exists}
          leftSection={<IconAppWindow size={16} stroke={1.6} aria-hidden />}
          onClick={() => void client.invoke('host.newWindow', { route: printRoute(workspaceRoute(folder)) })}
        >
          {t('openWindow')}
        </Menu.Item>
        <Menu.Item
          disabled={!exists}
          leftSection={<IconFolder size={16} stroke={1.6} aria-hidden />}
          onClick={() => show(folder)}
        >
          {t('showFolder')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconListDetails size={16} stroke={1.6} aria-hidden />}
          title={t('forgetHint')}
          onClick={() => void client.invoke('recent.forget', { folder })}
        >
          {t('forget')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
