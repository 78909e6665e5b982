import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ImportMore } from './import-more.tsx';
import { ledgerWords } from './ledger-words.ts';
import { NoImports } from './no-imports.tsx';
import { NEWEST_FIRST, nextOrder, orderedRuns } from './run-order.ts';
import { RunTable } from './run-table.tsx';

/** Every import of a workspace, as a table. */
export function RunsPage({ workspace }: { readonly workspace: string }): ReactNode {
  const t = useWords(ledgerWords);
  const format = useFormat();
  const { data: info, error, refetch } = useCall('workspace.info', { workspace });
  const [order, setOrder] = useState(NEWEST_FIRST);
  const [search, setSearch] = useState('');
  const runs = info?.runs ?? [];
  const wanted = search.trim().toLowerCase();
  const found = orderedRuns(
    runs.filter(({ fileName, sha256 }) => `${fileName} ${sha256}`.toLowerCase().includes(wanted)),
    order,
  );
  return (
    <PageFrame
      title={t('runsTitle')}
      subtitle={runs.length === 0 ? '' : t('runs', { count: found.length, n: format.number(found.length) })}
      isFlush={runs.length > 0}
      actions={
        runs.length > 0 && (
          <TextInput
            size="xs"
            w={240}
            aria-label={t('searchFile')}
            placeholder={t('searchFile')}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        )
      }
    >
      {error !== null && <FailurePanel error={error.error} onRetry={() => void refetch()} />}
      {info !== undefined && runs.length === 0 && <NoImports workspace={workspace} />}
      {found.length > 0 && (
        <RunTable
          workspace={workspace}
          runs={found}
          order={order}
          onOrder={(column) => setOrder((known) => nextOrder(known, column))}
        />
      )}
      {runs.length > 0 && found.length === 0 && (
        <EmptyState icon={<IconSearch size={28} stroke={1.3} aria-hidden />} title={t('runsNone')} text="">
          <ImportMore workspace={workspace} />
        </EmptyState>
      )}
    </PageFrame>
  );
}
