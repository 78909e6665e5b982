import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RejectReason } from '../../../shared/contract/ledger.ts';
import type { WorkspaceInfo } from '../../../shared/contract/calls.ts';
import { Panel } from '../../components/panel.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { FindingList, type ListedFinding } from './finding-list.tsx';
import { LedgerEquation } from './ledger-equation.tsx';
import { ledgerWords } from './ledger-words.ts';
import { RejectBars } from './reject-bars.tsx';
import { rejectsRoute } from './rejects-route.ts';
import { RunFacts } from './run-facts.tsx';
import { useRejectsExport } from './use-rejects-export.tsx';
import classes from './ledger-page.module.css';

/** One import: its books, its rejects by reason, what is worth knowing of it, how it was read. */
export function RunDetails({
  workspace,
  run,
  findings,
}: {
  readonly workspace: string;
  readonly run: WorkspaceInfo['runs'][number];
  readonly findings: readonly ListedFinding[];
}): ReactNode {
  const t = useWords(ledgerWords);
  const exportRejects = useRejectsExport(workspace, { run: run.id, reason: null, column: null });
  return (
    <>
      <Panel title={run.fileName}>
        <LedgerEquation ledger={run.ledger} />
      </Panel>
      <div className={classes['two']}>
        <Panel
          title={t('rejectsByReason')}
          actions={
            run.ledger.rejected > 0 && (
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconDownload size={14} aria-hidden />}
                  onClick={exportRejects}
                >
                  {t('exportRejects')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => goTo(rejectsRoute(workspace, { run: run.id }))}
                >
                  {t('seeRejects')}
                </Button>
              </Group>
            )
          }
        >
          {run.rejectsByReason.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noRejects')}
            </Text>
          ) : (
            <RejectBars
              reasons={run.rejectsByReason}
              onReason={(reason) =>
                goTo(rejectsRoute(workspace, { run: run.id, reason: RejectReason.safeParse(reason).data ?? null }))
              }
            />
          )}
        </Panel>
        <Panel title={t('details')}>
          <RunFacts run={run} />
        </Panel>
      </div>
      <Panel title={t('findings')}>
        <FindingList findings={findings} />
      </Panel>
    </>
  );
}
