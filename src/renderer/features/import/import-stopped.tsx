import { Button, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconPlayerStop } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { useClient } from '../../client/client-context.ts';
import { dropAnswersOf } from '../../client/query-client.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { ImportFrame } from './import-frame.tsx';
import { ImportStepper } from './import-stepper.tsx';
import { dismissImport, lookAgain, type ImportRun } from './import-store.ts';
import { importOutcomeWords } from './import-outcome-words.ts';
import { workspaceTitle } from '../../components/path-text.ts';
import classes from './import-done.module.css';

type Stopped = ImportRun & { readonly kind: 'cancelled' | 'failed' };
const DONE = ['file', 'columns'] as const;

/** An import that was cancelled, refused or broken off, what it left behind, and the way back to its settings. */
export function ImportStopped({ run }: { readonly run: Stopped }): ReactNode {
  const t = useWords(importOutcomeWords);
  const { workspace, isNew } = run.request;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const client = useClient();
  const queries = useQueryClient();
  const look = (): void => void lookAgain(client, (changed) => dropAnswersOf(queries, changed));
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
            {t(titleOf(run))}
          </Title>
        </div>
        <Text size="sm" role="status">
          <Left run={run} />
        </Text>
        {run.kind === 'failed' && (
          <FailurePanel error={run.error} {...(run.left === 'unknown' ? { onRetry: look } : {})} />
        )}
      </div>
    </ImportFrame>
  );
}

function titleOf(run: Stopped): 'cancelledTitle' | 'failedTitle' | 'unknownTitle' {
  if (run.kind === 'cancelled') return 'cancelledTitle';
  return run.left === 'unknown' ? 'unknownTitle' : 'failedTitle';
}

function Left({ run }: { readonly run: Stopped }): ReactNode {
  const t = useWords(importOutcomeWords);
  const format = useFormat();
  const { isNew } = run.request;
  const workspace = workspaceTitle(run.request.workspace);
  if (run.kind === 'cancelled') {
    const left = isNew ? t('cancelledNew') : t('cancelledExisting', { workspace });
    return `${left} ${t('cancelledAfter', { time: format.duration(Math.round(run.milliseconds)) })}`;
  }
  switch (run.left) {
    case 'nothing':
      return isNew ? t('failedUnchangedNew') : t('failedUnchanged', { workspace });
    case 'workspace':
      // An engine that stopped could not take away the folder that it had made.
      return t('failedStoppedNew', { workspace });
    case 'unknown':
      return t('unknownText', { workspace });
    default:
      return assertNever(run.left);
  }
}
