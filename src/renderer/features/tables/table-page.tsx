import { Center, Loader } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { TableName } from '../../../shared/contract/ledger.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useCall } from '../../client/use-call.ts';
import { useWords } from '../../i18n/use-words.ts';
import { cardTable } from './card-table.ts';
import { tableWords } from './table-words.ts';
import { TableWorkbench } from './table-workbench.tsx';
import toolbar from '../../components/toolbar.module.css';
import styles from './table-page.module.css';

/** One of the three tables of transactions. */
export function TablePage({
  workspace,
  table: name,
  view,
  row,
}: {
  readonly workspace: string;
  readonly table: string;
  readonly view: string | null;
  readonly row: number | null;
}): ReactNode {
  const t = useWords(tableWords);
  const { data: model, error, refetch } = useCall('model.card', {});
  const tableName = TableName.catch('transform').parse(name);
  const table = useMemo(() => (model === undefined ? null : cardTable(model, tableName)), [model, tableName]);
  if (error !== null)
    return (
      <main className={toolbar['notice']}>
        <FailurePanel error={error.error} onRetry={() => void refetch()} />
      </main>
    );
  if (model === undefined || table === null)
    return (
      <main className={`${toolbar['page'] ?? ''} ${styles['page'] ?? ''}`} aria-busy>
        <Center h="100%" className={styles['late'] ?? ''}>
          <Loader size="sm" aria-label={t('loading')} />
        </Center>
      </main>
    );
  return <TableWorkbench workspace={workspace} model={model} table={table} link={view} row={row} />;
}
