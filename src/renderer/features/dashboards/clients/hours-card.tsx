import { SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { weekdayText } from '../../../../shared/dashboards/calendar-names.ts';
import { hourCells } from '../../../../shared/dashboards/clients-figures.ts';
import { busiestHour } from '../../../../shared/dashboards/clients-findings.ts';
import { CLIENTS_QUERIES } from '../../../../shared/dashboards/clients-queries.ts';
import { FACET_COLUMN, facetFilter } from '../../../../shared/dashboards/facet-filter.ts';
import { withOnlyFilter } from '../../../state/selection-filters.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { usePasses } from '../use-passes.ts';
import { explainedPart } from '../explain/explained-part.ts';
import { useClientsPen } from './clients-pen.ts';
import { hoursOption } from './hours-option.ts';

const QUERIES = { byWeekdayAndHour: CLIENTS_QUERIES.byWeekdayAndHour };
export type Metric = 'transactions' | 'acceptance';

/** When transactions come, and when they are accepted, by hour and day of the week. */
export function HoursCard(): ReactNode {
  const pen = useClientsPen();
  const { t, voice } = pen;
  const { selection, change } = useDashboard();
  const passes = usePasses('weekday', 'hour');
  const [metric, setMetric] = useState<Metric>('transactions');
  const { answers, ...state } = useAnswers(QUERIES);
  const data = useMemo(
    () => (answers.byWeekdayAndHour === undefined ? null : hourCells(answers.byWeekdayAndHour)),
    [answers],
  );
  const option = useMemo(
    () => (data === null ? {} : hoursOption(data, metric, passes, pen)),
    [data, metric, passes, pen],
  );
  const table = useMemo(
    () =>
      data === null
        ? null
        : {
            columns: [
              { name: 'weekday', label: t('weekday') },
              { name: 'hour', label: t('hour') },
              { name: 'n', label: t('transactions') },
              { name: 'accepted', label: t('accepted') },
              { name: 'share', label: t('acceptance'), unit: '%' },
              { name: 'low', label: t('low'), unit: '%' },
              { name: 'high', label: t('high'), unit: '%' },
            ],
            rows: data.map(({ weekday, hour, acceptance: { n, k, rate, low, high } }) => [
              weekdayText(weekday, voice.language, 'long'),
              hour,
              n,
              k,
              rate,
              low,
              high,
            ]),
          },
    [data, t, voice],
  );
  const select = (row: number): void => {
    const cell = data?.[row];
    if (cell === undefined) return;
    const [weekday, hour] = [facetFilter('weekday', cell.weekday), facetFilter('hour', cell.hour)];
    const next = withOnlyFilter(withOnlyFilter(selection, weekday), hour);
    if (JSON.stringify(next) !== JSON.stringify(selection)) change(next);
    else {
      const of = (column: string): boolean => column !== weekday.column && column !== hour.column;
      change({ ...selection, filters: selection.filters.filter(({ column }) => of(column)) });
    }
  };
  const selected = data?.filter(({ weekday, hour }) => passes('weekday', weekday) && passes('hour', hour)) ?? [];
  return (
    <ChartCard
      title={t('hours')}
      finding={data === null ? null : busiestHour(selected, voice)}
      unit={t('hoursUnit')}
      n={data === null ? null : selected.reduce((sum, { acceptance }) => sum + acceptance.n, 0)}
      height={212}
      queries={[CLIENTS_QUERIES.byWeekdayAndHour]}
      table={table}
      explain={explainedPart(selection, [FACET_COLUMN.weekday, FACET_COLUMN.hour])}
      answers={state}
      actions={<MetricSwitch metric={metric} onChange={setMetric} />}
    >
      <Chart
        option={option}
        label={t('hours')}
        onSelect={({ event }) => select(event.dataIndex)}
        onSelectRow={select}
      />
    </ChartCard>
  );
}

/** Counts or acceptance. */
export function MetricSwitch({
  metric,
  onChange,
}: {
  readonly metric: Metric;
  readonly onChange: (metric: Metric) => void;
}): ReactNode {
  const { t } = useClientsPen();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('metric')}
      value={metric}
      onChange={(value) => onChange(value === 'acceptance' ? 'acceptance' : 'transactions')}
      data={[
        { value: 'transactions', label: t('metricTransactions') },
        { value: 'acceptance', label: t('metricAcceptance') },
      ]}
    />
  );
}
