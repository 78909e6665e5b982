import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { importWords } from './import-words.ts';
import classes from './import-stepper.module.css';

export const IMPORT_STEPS = ['file', 'columns', 'import', 'ledger'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

const LABELS = { file: 'stepFile', columns: 'stepColumns', import: 'stepImport', ledger: 'stepLedger' } as const;
const NO_STEPS: readonly ImportStep[] = [];

/** Where a person is on the way through an import; steps that can be gone to are buttons. */
export function ImportStepper({
  current,
  open = NO_STEPS,
  done = NO_STEPS,
  attention = NO_STEPS,
  onStep,
}: {
  readonly current: ImportStep;
  /** Steps that can be gone to. */
  readonly open?: readonly ImportStep[];
  readonly done?: readonly ImportStep[];
  /** Steps where something has to be decided before the import can start. */
  readonly attention?: readonly ImportStep[];
  readonly onStep?: (step: ImportStep) => void;
}): ReactNode {
  const t = useWords(importWords);
  return (
    <nav aria-label={t('steps')}>
      <ol className={classes['steps']}>
        {IMPORT_STEPS.map((step, index) => {
          const needs = attention.includes(step);
          const isDone = done.includes(step) && !needs;
          const state = step === current ? 'current' : needs ? 'attention' : isDone ? 'done' : 'pending';
          const mark = needs ? <IconAlertTriangle size={12} /> : isDone ? <IconCheck size={12} /> : index + 1;
          const content = (
            <>
              <span className={classes['mark']} data-attention={needs} aria-hidden>
                {mark}
              </span>
              {t(LABELS[step])}
              {(needs || isDone) && <VisuallyHidden>({t(needs ? 'stepAttention' : 'stepDone')})</VisuallyHidden>}
            </>
          );
          return (
            <li key={step} className={classes['step']} aria-current={step === current ? 'step' : undefined}>
              {open.includes(step) && onStep !== undefined ? (
                <UnstyledButton className={classes['button']} data-state={state} onClick={() => onStep(step)}>
                  {content}
                </UnstyledButton>
              ) : (
                <span className={classes['button']} data-state={state}>
                  {content}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
