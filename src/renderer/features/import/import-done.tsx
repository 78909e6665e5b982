import { Button, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleCheck, IconFileAnalytics, IconInfoCircle, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { FindingList } from '../ledger/finding-list.tsx';
import { LedgerEquation } from '../ledger/ledger-equation.tsx';
import { ledgerWords } from '../ledger/ledger-words.ts';
import { RejectsPanel } from '../ledger/rejects-panel.tsx';
import { ImportFrame } from './import-frame.tsx';
import { ImportStepper } from './import-stepper.tsx';
import { dismissImport, type ImportRun } from './import-store.ts';
import { importOutcomeWords } from './import-outcome-words.ts';
import { Panel } from '../../components/panel.tsx';
import { PanelPair } from '../../components/panel-pair.tsx';
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
  const t = useWords(importOutcomeWords);
  const tl = useWords(ledgerWords);
  const format = useFormat();
  const { workspace, file: source } = run.request;
  // From here on this window is about the workspace, which the import may have made.
  useEffect(() => {
    if (openWorkspace !== workspace) goTo({ kind: 'import', file: source, workspace }, { replace: true });
  }, [openWorkspace, workspace, source]);
  const { outcome, isFound } = run;
  const { ledger, tables, milliseconds, rejectsByReason, findings, fileName: file } = outcome;
  const isAlready = outcome.outcome === 'already';
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
              : isFound
                ? t('foundText')
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
        <PanelPair>
          <RejectsPanel workspace={workspace} run={outcome.run} reasons={rejectsByReason} isNext />
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
        </PanelPair>
      </div>
    </ImportFrame>
  );
}
