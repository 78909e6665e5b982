import { Button, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { ImportFrame } from './import-frame.tsx';
import { ImportStepper } from './import-stepper.tsx';
import { dismissImport, type ImportRun } from './import-store.ts';
import { importWords } from './import-words.ts';
import { workspaceTitle } from '../../components/path-text.ts';
import classes from './import-done.module.css';

type Stopped = ImportRun & { readonly kind: 'cancelled' | 'failed' };
const DONE = ['file', 'columns'] as const;

/** An import that was cancelled or refused: nothing has changed, and the settings are still there. */
export function ImportStopped({ run }: { readonly run: Stopped }): ReactNode {
  const t = useWords(importWords);
  const { workspace, isNew } = run.request;
  const name = workspaceTitle(workspace);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const unchanged =
    run.kind === 'cancelled'
      ? isNew
        ? t('cancelledNew')
        : t('cancelledExisting', { workspace: name })
      : isNew
        ? // An engine that stopped could not take away the folder that it had made.
          run.error.code === 'ENGINE_STOPPED'
          ? t('failedStoppedNew', { workspace: name })
          : t('failedUnchangedNew')
        : t('failedUnchanged', { workspace: name });
  return (
    <ImportFrame
      steps={<ImportStepper current="import" done={DONE} attention={run.kind === 'failed' ? ['import'] : []} />}
      foot={
        <>
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              dismissImport();
              goTo({ kind: 'import', file: null, workspace: isNew ? null : workspace });
            }}
          >
            {t('another')}
          </Button>
          <span style={{ flex: 1 }} />
          <Button ref={back} size="sm" onClick={dismissImport}>
            {t('backToSettings')}
          </Button>
        </>
      }
    >
      <div className={classes['done']}>
        <div className={classes['heading']}>
          {run.kind === 'cancelled' ? (
            <IconPlayerStop size={22} aria-hidden />
          ) : (
            <IconAlertTriangle size={22} color="var(--vs-error)" aria-hidden />
          )}
          <Title order={2} size="h4">
            {t(run.kind === 'cancelled' ? 'cancelledTitle' : 'failedTitle')}
          </Title>
        </div>
        <Text size="sm" role="status">
          {unchanged} <StoppedAfter run={run} />
        </Text>
        {run.kind === 'failed' && <FailurePanel error={run.error} />}
      </div>
    </ImportFrame>
  );
}

function StoppedAfter({ run }: { readonly run: Stopped }): ReactNode {
  const t = useWords(importWords);
  const format = useFormat();
  switch (run.kind) {
    case 'cancelled':
      return t('cancelledAfter', { time: format.duration(Math.round(run.milliseconds)) });
    case 'failed':
      return null;
    default:
      return assertNever(run);
  }
}
