import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TransactionDetail } from '../../../../shared/contract/grid.ts';
import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import { statusColour } from '../../../../shared/design-tokens/stable-colours.ts';
import type { BlockCell } from '../../../../shared/row-block-cells.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../../i18n/use-words.ts';
import { exactText } from '../grid/cell-text.ts';
import { localClock, offsetOf, utcClock } from '../grid/timestamp-text.ts';
import { useTable } from '../table-context.ts';
import { detailWords } from './detail-words.ts';
import styles from './row-detail.module.css';

/** When it was, whose it was and what came of it. */
export function DetailHead({ detail }: { readonly detail: TransactionDetail }): ReactNode {
  const t = useWords(detailWords);
  const format = useFormat();
  const language = useLanguage();
  const { model } = useTable();
  const { staging, source, attempts, attemptCount } = detail;
  const status = text(staging['summary_status']);
  const code = staging['summary_code'];
  const date = text(staging['date']);
  const total = staging['total_time_ms'];
  const message = model.responses.find((response) => response.code === code)?.message[language];
  const attempt = attempts.find(({ id }) => id === detail.id)?.attempt ?? null;
  const facts: readonly (readonly [string, string])[] = [
    [t('client'), text(staging['convenio'])],
    [t('process'), text(staging['procesoConvenioGuid'])],
    [t('attempt'), attempt === null ? '–' : t('attemptOf', { attempt, count: format.number(attemptCount) })],
    [t('total'), typeof total === 'number' ? `${format.number(total)} ms` : '–'],
    [
      t('source'),
      source === null
        ? t('noSource')
        : t('sourceLine', { file: source.fileName, line: format.number(source.line), run: source.run }),
    ],
  ];
  return (
    <section className={styles['head']}>
      <p className={styles['date']} title={utcClock(date) ?? date}>
        {localClock(date)} <span className={styles['offset']}>{offsetOf(date)}</span>
      </p>
      <p className={styles['answer']} style={{ color: colourOf(statusColour(status)) }}>
        <span className={styles['dot']} aria-hidden />
        {status} · {text(staging['summary_desc'])} <span className={styles['offset']}>({exactText(code)})</span>
      </p>
      {message !== undefined && (
        <Text size="sm" className={styles['message'] ?? ''} title={t('message')}>
          {message}
        </Text>
      )}
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function text(value: BlockCell | undefined): string {
  return value === null || value === undefined || value === '' ? '–' : String(value);
}
