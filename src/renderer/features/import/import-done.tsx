import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleCheck, IconDownload, IconFileAnalytics, IconInfoCircle, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { RejectReason } from '../../../shared/contract/ledger.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { FindingList } from '../ledger/finding-list.tsx';
import { LedgerEquation } from '../ledger/ledger-equation.tsx';
import { ledgerWords } from '../ledger/ledger-words.ts';
import { RejectBars } from '../ledger/reject-bars.tsx';
import { rejectsRoute } from '../ledger/rejects-route.ts';
import { useRejectsExport } from '../ledger/use-rejects-export.tsx';
import { ImportFrame } from './import-frame.tsx';
import { ImportStepper } from './import-stepper.tsx';
import { dismissImport, type ImportRun } from './import-store.ts';
import { importWords } from './import-words.ts';
import { Panel } from '../../components/panel.tsx';
import { workspaceTitle } from '../../components/path-text.ts';
import classes from './import-done.module.css';

const ReportDialog = lazy(async () => ({
  default: (await import('../report/report-dialog.tsx')).ReportDialog,
}));

const DONE = ['file', 'columns', 'import'] as const;

/** How an import ended: its books, what was rejected and why, and where to go from here. */
export function ImportDone({
  run,
  openWorkspace,
}: {
  readonly run: ImportRun & { readonly kind: 'finished' };
  /** The one that the address is about; null: none yet. */
  readonly openWorkspace: string | null;
}): ReactNode {
  const t = useWords(importWords);
  const tl = useWords(ledgerWords);
  const format = useFormat();
  const { workspace, file: source } = run.request;
  // From here on this window is about the workspace, which the import may have made.
  useEffect(() => {
    if (openWorkspace !== workspace) goTo({ kind: 'import', file: source, workspace }, { replace: true });
  }, [openWorkspace, workspace, source]);
  const { outcome } = run;
  const { ledger, tables, milliseconds, rejectsByReason, findings, fileName: file } = outcome;
  const isAlready = outcome.outcome === 'already';
  const exportRejects = useRejectsExport(workspace, { run: outcome.run, reason: null, column: null });
  const toTables = useRef<HTMLButtonElement>(null);
  useEffect(() => toTables.current?.focus({ preventScroll: true }), []);
  const [isReporting, report] = useDisclosure(false);
  const another = (): void => {
    dismissImport();
    goTo({ kind: 'import', file: null, workspace });
  };
  const title = isAlready ? 'alreadyTitle' : ledger.rejected > 0 ? 'doneTitleRejects' : 'doneTitle';
  return (
    <ImportFrame
      steps={<ImportStepper current="ledger" done={DONE} />}
      foot={
        <>
          <Button size="sm" variant="default" onClick={another}>
            {t('another')}
          </Button>
          <span style={{ flex: 1 }} />
          <Button
            size="sm"
            variant="default"
            leftSection={<IconFileAnalytics size={16} aria-hidden />}
            onClick={report.open}
          >
            {t('writeReport')}
          </Button>
          <Button size="sm" variant="default" onClick={() => goTo({ kind: 'ledger', workspace, run: null })}>
            {t('openLedger')}
          </Button>
          <Button
            size="sm"
            leftSection={<IconTable size={16} aria-hidden />}
            onClick={() => goTo({ kind: 'table', workspace, table: 'transform', view: null, row: null })}
            ref={toTables}
          >
            {t('openTables')}
          </Button>
        </>
      }
    >
      {isReporting && (
        <Suspense fallback={null}>
          <ReportDialog workspace={workspace} onClose={report.close} />
        </Suspense>
      )}
      <div className={classes['done']} role="status">
        <div>
          <div className={classes['heading']}>
            {isAlready ? (
              <IconInfoCircle size={22} color="var(--vs-accent)" aria-hidden />
            ) : (
              <IconCircleCheck size={22} color="var(--vs-ok)" aria-hidden />
            )}
            <Title order={2} size="h3">
              {t(title, { file })}
            </Title>
          </div>
          <Text size="sm" c="dimmed">
            {isAlready
              ? t('alreadyText', { run: outcome.run })
              : t('doneTime', {
                  total: format.duration(milliseconds.total),
                  lens: format.duration(milliseconds.lensReady),
                })}
          </Text>
        </div>
        <Panel title={tl('run', { id: outcome.run })}>
          <LedgerEquation ledger={ledger} />
          {ledger.duplicates > 0 && (
            <Text size="xs" c="dimmed" maw={720}>
              {tl('aboutDuplicates')}
            </Text>
          )}
        </Panel>
        <div className={classes['two']}>
          <Panel
            title={tl('rejectsByReason')}
            actions={
              ledger.rejected > 0 && (
                <Group gap="xs">
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconDownload size={14} aria-hidden />}
                    onClick={exportRejects}
                  >
                    {tl('exportRejects')}
                  </Button>
                  <Button size="compact-sm" onClick={() => goTo(rejectsRoute(workspace, { run: outcome.run }))}>
                    {t('openRejects')}
                  </Button>
                </Group>
              )
            }
          >
            {rejectsByReason.length === 0 ? (
              <Text size="sm" c="dimmed">
                {tl('noRejects')}
              </Text>
            ) : (
              <RejectBars
                reasons={rejectsByReason}
                onReason={(reason) =>
                  goTo(
                    rejectsRoute(workspace, {
                      run: outcome.run,
                      reason: RejectReason.safeParse(reason).data ?? null,
                    }),
                  )
                }
              />
            )}
          </Panel>
          <Stack gap="sm">
            <Panel title={workspaceTitle(workspace)}>
              <Text size="sm">
                {t('tablesNow')}{' '}
                {t('tablesRows', {
                  staging: format.number(tables.transform),
                  processes: format.number(tables.no_retries),
                })}
                .
              </Text>
            </Panel>
            <Panel title={tl('findings')}>
              <FindingList findings={findings} />
            </Panel>
          </Stack>
        </div>
      </div>
    </ImportFrame>
  );
}
