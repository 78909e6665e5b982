import { ActionIcon, RingProgress, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlayerStop, IconX } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, type ReactNode } from 'react';
import { componentWords } from '../../components/component-words.ts';
import { useFailures } from '../../components/use-failures.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo, useRoute } from '../../route/use-route.ts';
import { dismissImport, useImportStore, type ImportRun } from './import-store.ts';
import { importChipWords } from './import-chip-words.ts';
import { baseName } from '../../components/path-text.ts';
import classes from './import-chip.module.css';

type Told = Exclude<ImportRun, { readonly kind: 'none' }>;

/** The import of this window while another page is shown: how far it is, then how it ended. Nothing where there is none. */
export function ImportChip(): ReactNode {
  const run = useImportStore((state) => state.run);
  const route = useRoute();
  const isOnPage = run.kind !== 'none' && route.kind === 'import' && [run.request.file, null].includes(route.file);
  useEndTold(run, isOnPage);
  if (run.kind === 'none' || ('isSeen' in run && run.isSeen)) return null;
  return isOnPage ? null : <Chip run={run} />;
}

/** Tells in a corner of the window how an import ended, unless its page does. */
function useEndTold(run: ImportRun, isOnPage: boolean): void {
  const t = useWords(importChipWords);
  const tc = useWords(componentWords);
  const format = useFormat();
  const fail = useFailures();
  const told = useRef<ImportRun>(run);
  useEffect(() => {
    if (told.current === run) return;
    const wasRunning = told.current.kind === 'running';
    told.current = run;
    if (!wasRunning || isOnPage) return;
    if (run.kind === 'failed') fail(run.error);
    if (run.kind !== 'finished') return;
    const { loaded } = run.outcome.ledger;
    notifications.show({
      color: 'teal',
      title: t('notifyDone', { file: run.outcome.fileName }),
      message: t('notifyDoneText', { count: loaded, n: format.number(loaded) }),
      closeButtonProps: { 'aria-label': tc('close') },
    });
  }, [run, isOnPage, t, tc, format, fail]);
}

function Chip({ run }: { readonly run: Told }): ReactNode {
  const t = useWords(importChipWords);
  const format = useFormat();
  const file = baseName(run.request.file);
  const percent = run.kind === 'running' ? format.percent(Math.floor(run.pace.share * 100) / 100, 0) : '';
  const text = {
    running: t('chipRunning', { file, percent }),
    finished: t('chipShow', { text: t('chipFinished', { file }) }),
    failed: t('chipShow', {
      text: t(run.kind === 'failed' && run.left === 'unknown' ? 'chipUnknown' : 'chipFailed', { file }),
    }),
    cancelled: t('chipShow', { text: t('chipCancelled', { file }) }),
  }[run.kind];
  const show = (): void =>
    goTo({ kind: 'import', file: run.request.file, workspace: run.request.isNew ? null : run.request.workspace });
  return (
    <div className={classes['chip']}>
      <UnstyledButton className={classes['main']} aria-label={text} title={text} onClick={show}>
        <Sign run={run} />
        <span className={classes['name']}>{file}</span>
        {run.kind === 'running' && <span>{percent}</span>}
      </UnstyledButton>
      {run.kind !== 'running' && (
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={t('chipDismiss')} onClick={dismissImport}>
          <IconX size={13} />
        </ActionIcon>
      )}
    </div>
  );
}

function Sign({ run }: { readonly run: Told }): ReactNode {
  switch (run.kind) {
    case 'running':
      return (
        <RingProgress
          size={18}
          thickness={3}
          aria-hidden
          sections={[{ value: run.pace.share * 100, color: 'var(--vs-accent)' }]}
        />
      );
    case 'finished':
      return <IconCircleCheck size={15} color="var(--vs-ok)" aria-hidden />;
    case 'failed':
      return <IconAlertTriangle size={15} color="var(--vs-error)" aria-hidden />;
    case 'cancelled':
      return <IconPlayerStop size={15} aria-hidden />;
  }
}
