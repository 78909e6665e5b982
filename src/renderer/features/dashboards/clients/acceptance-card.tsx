import { useMemo, type ReactNode } from 'react';
import { answerRows, textOf } from '../../../../shared/dashboards/answer-rows.ts';
import { calendarOf } from '../../../../shared/dashboards/calendar-days.ts';
import { responseCounts, transactionRates } from '../../../../shared/dashboards/clients-figures.ts';
import { acceptedShare } from '../../../../shared/dashboards/clients-findings.ts';
import { CLIENTS_QUERIES } from '../../../../shared/dashboards/clients-queries.ts';
import { proportion } from '../../../../shared/statistics/proportion.ts';
import { FACET_COLUMN } from '../../../../shared/dashboards/facet-filter.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { usePasses } from '../use-passes.ts';
import { explainedPart } from '../explain/explained-part.ts';
import { acceptanceOption } from './acceptance-option.ts';
import { intervalText, useClientsPen } from './clients-pen.ts';

const QUERIES = { byResponse: CLIENTS_QUERIES.byResponse, byDay: CLIENTS_QUERIES.byDay };

/** What share is accepted, in all and day by day, with what the data leave open. */
export function AcceptanceCard(): ReactNode {
  const pen = useClientsPen();
  const { t, voice } = pen;
  const { selection, toggleFacet } = useDashboard();
  const passes = usePasses('status');
  const { answers, ...state } = useAnswers(QUERIES);
  const data = useMemo(() => {
    if (answers.byResponse === undefined || answers.byDay === undefined) return null;
    const responses = responseCounts(answers.byResponse);
    const n = responses.reduce((sum, response) => sum + response.n, 0);
    const k = responses.reduce((sum, response) => sum + (response.status === 'ok' ? response.n : 0), 0);
    const byDay = new Map(
      answerRows(answers.byDay).flatMap((row) => {
        const day = textOf(row, 'day');
        return day === null ? [] : [[day, transactionRates(row).acceptance] as const];
      }),
    );
    return {
      overall: proportion(k, n),
      days: calendarOf([...byDay.keys()]).map((day) => ({ day, acceptance: byDay.get(day) ?? proportion(0, 0) })),
    };
  }, [answers]);
  const option = useMemo(() => (data === null ? {} : acceptanceOption(data, passes, pen)), [data, passes, pen]);
  const table = useMemo(() => {
    if (data === null) return null;
    const { overall, days } = data;
    return {
      columns: [
        { name: 'day', label: t('day') },
        { name: 'accepted', label: t('accepted') },
        { name: 'rejected', label: t('rejected') },
        { name: 'n', label: t('all') },
        { name: 'share', label: t('acceptance'), unit: '%' },
        { name: 'low', label: t('low'), unit: '%' },
        { name: 'high', label: t('high'), unit: '%' },
      ],
      rows: [{ day: t('all'), acceptance: overall }, ...days].map(({ day, acceptance: { k, n, rate, low, high } }) => [
        day,
        k,
        n - k,
        n,
        rate,
        low,
        high,
      ]),
    };
  }, [data, t]);
  const overall = data?.overall ?? null;
  return (
    <ChartCard
      title={t('acceptanceOverall')}
      finding={overall === null ? null : acceptedShare(overall.n, overall.k, voice)}
      {...(overall === null ? {} : { unit: t('wilson', { interval: intervalText(overall, voice) }) })}
      size="third"
      height={206}
      queries={[CLIENTS_QUERIES.byResponse, CLIENTS_QUERIES.byDay]}
      table={overall?.n === 0 ? { columns: [], rows: [] } : table}
      explain={explainedPart(selection, [FACET_COLUMN.status, FACET_COLUMN.day])}
      answers={state}
    >
      <Chart
        option={option}
        label={t('acceptanceOverall')}
        onSelect={({ event }) => {
          if (event.seriesName === 'ok' || event.seriesName === 'error') toggleFacet('status', event.seriesName);
          else {
            const day = data?.days[event.dataIndex];
            if (day !== undefined) toggleFacet('day', day.day);
          }
        }}
        onSelectRow={(row) => {
          const day = data?.days[row - 1];
          if (day !== undefined) toggleFacet('day', day.day);
        }}
        pointOf={(row) => (row === 0 ? { seriesIndex: 0, dataIndex: 0 } : { seriesIndex: 3, dataIndex: row - 1 })}
      />
    </ChartCard>
  );
}
