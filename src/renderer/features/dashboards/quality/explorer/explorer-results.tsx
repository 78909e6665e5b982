import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ThresholdAnswer } from '../../../../../shared/contract/aggregate.ts';
import { proportion } from '../../../../../shared/statistics/proportion.ts';
import { intervalText, rateText, useQualityPen } from '../quality-pen.ts';
import styles from './explorer.module.css';

/** What moved thresholds would do, all together. */
export function ExplorerResults({
  answer,
  isStale,
}: {
  readonly answer: ThresholdAnswer | undefined;
  readonly isStale: boolean;
}): ReactNode {
  const { t, voice } = useQualityPen();
  if (answer === undefined) return <div className={styles['results']} aria-busy />;
  const { overall, retries, retriesSaved, unexplained } = answer;
  const { number } = voice;
  const [before, after, most] = [
    overall.acceptedBefore,
    overall.acceptedAfter,
    overall.acceptedAfter + overall.undecided,
  ].map((accepted) => proportion(accepted, overall.n));
  const savedAtMost = retries.savedIfUndecidedPass - retries.addedIfUndecidedPass;
  if (before === undefined || after === undefined || most === undefined) return null;
  const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${number(Math.abs(value))}`;
  return (
    <div className={styles['results']} data-stale={isStale} aria-live="polite">
      <div className={styles['rates']}>
        <div>
          <span>{t('acceptedBefore')}</span>
          <strong>{rateText(before.rate, voice)}</strong>
          <small>{`95 % ${intervalText(before, voice)}`}</small>
          <small>{`${number(before.k)} / ${number(before.n)}`}</small>
        </div>
        <div>
          <span>{t('acceptedAfter')}</span>
          <strong>
            {overall.undecided === 0
              ? rateText(after.rate, voice)
              : t('atLeastAtMost', {
                  low: number((after.rate ?? 0) * 100, 1),
                  high: rateText(most.rate, voice),
                })}
          </strong>
          <small>{`95 % ${overall.undecided === 0 ? intervalText(after, voice) : `${number((after.low ?? 0) * 100, 1)}–${voice.percent(most.high ?? 0)}`}`}</small>
          <small>{`${number(after.k)}${overall.undecided === 0 ? '' : `–${number(most.k)}`} / ${number(after.n)}`}</small>
        </div>
      </div>
      <dl className={styles['changes']}>
        <Item name={t('lost')} hint={t('lostHint')} value={number(overall.lost)} kind="lost" />
        <Item name={t('won')} hint={t('wonHint')} value={number(overall.won)} kind="won" />
        <Item name={t('undecided')} hint={t('undecidedHint')} value={number(overall.undecided)} kind="undecided" />
        <Item
          name={t('retriesSaved')}
          hint={t('retriesSavedHint')}
          value={signed(retriesSaved)}
          kind="retries"
          note={
            savedAtMost > retriesSaved
              ? t('retriesPossible', { most: signed(savedAtMost) })
              : t('retriesDetail', {
                  saved: number(retries.saved),
                  added: number(retries.added),
                  processes: number(retries.processes),
                })
          }
        />
      </dl>
      {unexplained > 0 && <p className={styles['faint']}>{t('unexplained', { count: unexplained })}</p>}
    </div>
  );
}

function Item({
  name,
  hint,
  value,
  kind,
  note,
}: {
  readonly name: string;
  readonly hint: string;
  readonly value: string;
  readonly kind: string;
  readonly note?: string;
}): ReactNode {
  return (
    <div data-kind={kind}>
      <Tooltip label={hint} multiline w={280}>
        <dt>{name}</dt>
      </Tooltip>
      <dd>
        {value}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}
