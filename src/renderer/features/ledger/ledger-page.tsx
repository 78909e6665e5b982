import { Anchor, Button, Text } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { WorkspaceInfo } from '../../../shared/contract/calls.ts';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { Panel } from '../../components/panel.tsx';
import { PanelPair } from '../../components/panel-pair.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { FindingList } from './finding-list.tsx';
import { ImportMore } from './import-more.tsx';
import { LedgerEquation } from './ledger-equation.tsx';
import { ledgerWords } from './ledger-words.ts';
import { mergedReasons } from './merged-reasons.ts';
import { NoImports } from './no-imports.tsx';
import { RejectsPanel } from './rejects-panel.tsx';
import { RunDetails } from './run-details.tsx';
import { NEWEST_FIRST, nextOrder, orderedRuns } from './run-order.ts';
import { RunTable } from './run-table.tsx';

/** The books of a workspace (`run` null) or of one of its imports. */
export function LedgerPage({ workspace, run }: { readonly workspace: string; readonly run: number | null }): ReactNode {
  const t = useWords(ledgerWords);
  const { data: info, error, refetch } = useCall('workspace.info', { workspace });
  const shown = info?.runs.find(({ id }) => id === run);
  const title = run === null ? t('title') : t('run', { id: run });
  return (
    <PageFrame
      title={title}
      {...(run === null ? { subtitle: t('subtitle') } : {})}
      actions={
        run === null ? (
          info !== undefined && info.runs.length > 0 && <ImportMore workspace={workspace} />
        ) : (
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={15} aria-hidden />}
            onClick={() => goTo({ kind: 'ledger', workspace, run: null })}
          >
            {t('allRuns')}
          </Button>
        )
      }
    >
      {error !== null && <FailurePanel error={error.error} onRetry={() => void refetch()} />}
      {info !== undefined && run === null && <WholeLedger workspace={workspace} info={info} />}
      {info !== undefined && shown !== undefined && (
        <RunDetails
          workspace={workspace}
          run={shown}
          findings={info.findings.filter((finding) => finding.run === shown.id)}
        />
      )}
      {info !== undefined && run !== null && shown === undefined && (
        <EmptyState icon={null} title={t('runMissing', { id: run })} text="" />
      )}
    </PageFrame>
  );
}

function WholeLedger({ workspace, info }: { readonly workspace: string; readonly info: WorkspaceInfo }): ReactNode {
  const t = useWords(ledgerWords);
  const format = useFormat();
  const [order, setOrder] = useState(NEWEST_FIRST);
  const { runs, ledger, findings } = info;
  if (runs.length === 0) return <NoImports workspace={workspace} />;
  const withFindings = runs.filter(({ id }) => findings.some((finding) => finding.run === id));
  return (
    <>
      <Panel title={t('runs', { count: runs.length, n: format.number(runs.length) })}>
        <LedgerEquation ledger={ledger} />
        <Text size="xs" c="dimmed" maw={760}>
          {t('aboutDuplicates')}
        </Text>
      </Panel>
      <Panel title={t('runsTitle')}>
        <RunTable
          workspace={workspace}
          runs={orderedRuns(runs, order)}
          order={order}
          onOrder={(column) => setOrder((known) => nextOrder(known, column))}
        />
      </Panel>
      <PanelPair>
        <RejectsPanel workspace={workspace} run={null} reasons={mergedReasons(runs)} />
        <Panel title={t('findings')}>
          {withFindings.length === 0 && <FindingList findings={[]} />}
          {orderedRuns(withFindings, NEWEST_FIRST).map((run) => (
            <section key={run.id}>
              <Anchor
                component="button"
                type="button"
                size="xs"
                mih={24}
                onClick={() => goTo({ kind: 'ledger', workspace, run: run.id })}
              >
                {t('run', { id: run.id })} · {run.fileName}
              </Anchor>
              <FindingList findings={findings.filter((finding) => finding.run === run.id)} />
            </section>
          ))}
        </Panel>
      </PanelPair>
    </>
  );
}
