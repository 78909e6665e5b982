import { Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TransactionDetail } from '../../../../shared/contract/grid.ts';
import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import { statusColour } from '../../../../shared/design-tokens/stable-colours.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { localClock } from '../grid/timestamp-text.ts';
import { detailWords } from './detail-words.ts';
import styles from './row-detail.module.css';

/** All attempts of the transaction's process, oldest first; another one is shown by a click. */
export function AttemptList({
  detail,
  onOpen,
}: {
  readonly detail: TransactionDetail;
  readonly onOpen: (id: number) => void;
}): ReactNode {
  const t = useWords(detailWords);
  const format = useFormat();
  return (
    <>
      <ol className={styles['attempts']}>
        {detail.attempts.map(({ id, attempt, date, description, code, status, totalMilliseconds, isFinal }) => (
          <li key={id}>
            <UnstyledButton
              className={styles['attempt']}
              aria-current={id === detail.id || undefined}
              aria-label={`${t('openAttempt', { attempt })}: ${status ?? ''} ${description ?? ''}`}
              onClick={() => onOpen(id)}
            >
              <span className={styles['attemptNumber']}>{attempt}</span>
              <span className={styles['attemptDate']}>{date === null ? '–' : localClock(date).slice(0, 19)}</span>
              <span className={styles['attemptAnswer']} style={{ color: colourOf(statusColour(status)) }}>
                {status ?? '–'} · {description ?? code ?? '–'}
              </span>
              <span className={styles['attemptTotal']}>
                {totalMilliseconds === null ? '–' : `${format.number(totalMilliseconds)} ms`}
              </span>
              <span className={styles['attemptMarks']}>
                {[...(isFinal ? [t('final')] : []), ...(id === detail.id ? [t('present')] : [])].join(', ')}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
      {detail.attempts.length < detail.attemptCount && (
        <Text size="xs" c="dimmed">
          {t('attemptsCut', { shown: format.number(detail.attempts.length) })}
        </Text>
      )}
    </>
  );
}
