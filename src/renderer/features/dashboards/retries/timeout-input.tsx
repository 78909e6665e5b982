import { NumberInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import type { DeclaredQuery } from '../../../../shared/dashboards/declared-query.ts';
import { useRetriesPen } from './retries-pen.ts';

/** Minutes: thirty days. */
export const LONGEST_TIMEOUT = 43_200;
const SETTLED = 300;

/** After how long a process is abandoned, shared by the cards that tell of it. */
export interface TimeoutProps {
  readonly minutes: number;
  readonly onMinutes: (minutes: number) => void;
  readonly queries: Readonly<Record<'overall' | 'byClient', DeclaredQuery>>;
}

/** Asks for the minutes; a number typed digit by digit is taken when it is whole. */
export function TimeoutInput({ minutes, onMinutes }: Pick<TimeoutProps, 'minutes' | 'onMinutes'>): ReactNode {
  const { t } = useRetriesPen();
  /** What is being typed; null: nothing. */
  const [draft, setDraft] = useState<number | string | null>(null);
  const settle = useDebouncedCallback((value: number | string) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LONGEST_TIMEOUT)
      onMinutes(value);
  }, SETTLED);
  return (
    <Tooltip label={t('timeout')} multiline w={240}>
      <NumberInput
        size="xs"
        w={92}
        aria-label={t('timeout')}
        value={draft ?? minutes}
        min={1}
        max={LONGEST_TIMEOUT}
        step={5}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="blur"
        suffix={t('minutes')}
        onChange={(value) => {
          setDraft(value);
          settle(value);
        }}
        onBlur={() => setDraft(null)}
      />
    </Tooltip>
  );
}
