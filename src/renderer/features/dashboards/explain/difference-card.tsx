import { memo, type ReactNode } from 'react';
import type { ColumnDifference } from '../../../../shared/contract/aggregate.ts';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import type { ColumnFilter, RowSelection } from '../../../../shared/contract/row-selection.ts';
import { effectSize } from '../../../../shared/statistics/effect-strength.ts';
import { differenceBars, type DifferenceBar } from './difference-bars.ts';
import { differenceSentence, effectWord, pWord } from './difference-sentence.ts';
import { useExplainVoice } from './explain-voice.ts';
import { ShareColumns } from './share-columns.tsx';
import { ShareRows } from './share-rows.tsx';
import styles from './explain-panel.module.css';

/** Columns of the same rows that are named before the rest is only counted. */
const NAMED_ALIKE = 2;

/** One column: what it is, how much and which way the part differs, and both spreads, each bar a filter. */
export const DifferenceCard = memo(function DifferenceCard({
  difference,
  column,
  selection,
  onFilter,
}: {
  readonly difference: ColumnDifference;
  readonly column: CardColumn;
  readonly selection: RowSelection;
  readonly onFilter: (filter: ColumnFilter, add: boolean) => void;
}): ReactNode {
  const voice = useExplainVoice();
  const { t, format, language } = voice;
  const { kind, bars } = differenceBars(difference, column, voice);
  const size = effectSize(difference.strength);
  const meaning = column.meaning[language];
  const Bars = kind === 'columns' ? ShareColumns : ShareRows;
  const isChosen = ({ filter }: DifferenceBar): boolean =>
    filter !== null && selection.filters.some((one) => isPartOf(filter, one));
  const { alike } = difference;
  return (
    <li className={styles['card']}>
      <div className={styles['cardHead']}>
        <h3 className={styles['cardTitle']}>{difference.of === 'missing' ? t('missingOf', { meaning }) : meaning}</h3>
        <span className={styles['strength']}>
          <span className={styles['meter']} aria-hidden>
            <span style={{ inlineSize: `${difference.strength * 100}%` }} />
          </span>
          {t(size)}
        </span>
      </div>
      <code className={styles['code']}>{column.name}</code>
      <p className={styles['sentence']}>{differenceSentence(difference, column, voice)}</p>
      <Bars label={t('chart', { column: column.name })} bars={bars} onFilter={onFilter} isChosen={isChosen} />
      <p className={styles['figures']}>
        <span>{t('strength', { strength: format.number(difference.strength, 2) })}</span>
        <span>{effectWord(difference, voice)}</span>
        <span>{pWord(difference.p, voice)}</span>
        <span>{t('n', { part: format.number(difference.nPart), rest: format.number(difference.nRest) })}</span>
      </p>
      {alike.length > 0 && (
        <p className={styles['alike']} title={alike.join(', ')}>
          {t('alike', {
            count: alike.length,
            names: `${alike.slice(0, NAMED_ALIKE).join(', ')}${alike.length > NAMED_ALIKE ? ' …' : ''}`,
          })}
        </p>
      )}
    </li>
  );
});

/** Whether a filter of the page is, or lists, that of a bar. */
function isPartOf(filter: ColumnFilter, present: ColumnFilter): boolean {
  if (filter.column !== present.column) return false;
  if (filter.kind === 'values' && present.kind === 'values')
    return !present.exclude && filter.values.every((value) => present.values.includes(value));
  return JSON.stringify(filter) === JSON.stringify(present);
}
