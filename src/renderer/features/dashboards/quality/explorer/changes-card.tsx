import { Button } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { ThresholdAnswer } from '../../../../../shared/contract/aggregate.ts';
import { countIn, numberIn, rowsOf, textIn } from '../../../../../shared/dashboards/block-row.ts';
import { measureOfColumn } from '../../../../../shared/dashboards/quality-measures.ts';
import { ChartCard, type ChartCardProps } from '../../chart/chart-card.tsx';
import type { ChartTable } from '../../chart/chart-table.ts';
import { useDashboard } from '../../dashboard-context.ts';
import { useQualityPen } from '../quality-pen.ts';
import styles from './explorer.module.css';

/** So many of each kind of change are named. */
export const EXAMPLES = 100;
const HEIGHT = 230;
const DIGITS = 4;

const CHANGE_WORDS = { lost: 'lost', won: 'won', undecided: 'undecided' } as const;

/** The transactions that would be answered otherwise, to be opened one by one or in the table. */
export function ChangesCard({
  answer,
  answers,
}: {
  readonly answer: ThresholdAnswer | undefined;
  readonly answers: NonNullable<ChartCardProps['answers']>;
}): ReactNode {
  const { t, voice } = useQualityPen();
  const { showRow, showRows } = useDashboard();
  const rows = useMemo(
    () =>
      rowsOf(answer?.examples).map((row) => {
        const column = textIn(row, 'column') ?? '';
        const measure = measureOfColumn(column);
        const change = textIn(row, 'change');
        const side = measure?.columns.near === column ? t('near') : t('far');
        return {
          row: countIn(row, 'row'),
          kind: change === 'lost' || change === 'won' ? CHANGE_WORDS[change] : CHANGE_WORDS.undecided,
          client: textIn(row, 'client') ?? t('missing'),
          decides: measure === undefined ? column : `${measure.label[voice.language]}, ${side.toLocaleLowerCase()}`,
          score: numberIn(row, 'score'),
        };
      }),
    [answer, t, voice],
  );
  const table = useMemo(
    (): ChartTable | null =>
      answer === undefined
        ? null
        : {
            columns: [
              { name: 'transaction', label: t('transaction') },
              { name: 'change', label: t('change') },
              { name: 'client', label: t('client') },
              { name: 'threshold', label: t('threshold') },
              { name: 'score', label: t('score'), digits: DIGITS },
            ],
            rows: rows.map(({ row, kind, client, decides, score }) => [String(row), t(kind), client, decides, score]),
          },
    [answer, rows, t],
  );
  const ids = rows.map(({ row }) => String(row));
  return (
    <ChartCard
      title={t('changesTitle')}
      unit={t('changesUnit', { count: EXAMPLES })}
      height={HEIGHT}
      table={table?.rows.length === 0 ? { ...table, rows: [[t('noChanges'), null, null, null, null]] } : table}
      answers={answers}
      drill={null}
      actions={
        ids.length === 0 ? null : (
          <Button
            size="compact-xs"
            h={24}
            variant="default"
            onClick={() => showRows([{ kind: 'values', column: 'id', values: ids, exclude: false }])}
          >
            {t('showInTable')}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className={styles['nothing']}>{t('noChanges')}</p>
      ) : (
        <div className={styles['list']}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('transaction')}</th>
                <th scope="col">{t('change')}</th>
                <th scope="col">{t('client')}</th>
                <th scope="col">{t('threshold')}</th>
                <th scope="col" data-align="right">
                  {t('score')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, kind, client, decides, score }) => (
                <tr key={row}>
                  <th scope="row">
                    <button type="button" onClick={() => showRow(row)} aria-label={t('openRow', { row })}>
                      {row}
                    </button>
                  </th>
                  <td data-kind={kind}>{t(kind)}</td>
                  <td>{client}</td>
                  <td>{decides}</td>
                  <td data-align="right">{score === null ? '–' : voice.number(score, DIGITS)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ChartCard>
  );
}
