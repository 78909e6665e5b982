import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RecentWorkspace } from '../../../shared/contract/host-calls.ts';
import { useWords } from '../../i18n/use-words.ts';
import classes from './home-page.module.css';
import { homeWords } from './home-words.ts';
import { RecentRow } from './recent-row.tsx';

/** The workspaces that were opened lately, the last first. */
export function RecentTable({ workspaces }: { readonly workspaces: readonly RecentWorkspace[] }): ReactNode {
  const t = useWords(homeWords);
  return (
    <div className={classes['table']}>
      <Table aria-label={t('recent')} layout="fixed">
        <colgroup>
          <col />
          <col width={110} />
          <col width={96} className={classes['size'] ?? ''} />
          <col width={150} />
          <col width={130} className={classes['opened'] ?? ''} />
          <col width={48} />
        </colgroup>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('workspace')}</Table.Th>
            <Table.Th scope="col" className={classes['number'] ?? ''}>
              {t('rows')}
            </Table.Th>
            <Table.Th scope="col" className={`${classes['number']} ${classes['size']}`}>
              {t('size')}
            </Table.Th>
            <Table.Th scope="col">{t('lastImport')}</Table.Th>
            <Table.Th scope="col" className={classes['opened'] ?? ''}>
              {t('opened')}
            </Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {workspaces.map((workspace) => (
            <RecentRow key={workspace.folder} workspace={workspace} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
