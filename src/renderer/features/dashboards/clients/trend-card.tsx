import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState, type ReactNode } from 'react';
import { clientTrends, dayClientCounts } from '../../../../shared/dashboards/clients-figures.ts';
import { largestChange } from '../../../../shared/dashboards/clients-findings.ts';
import { CLIENTS_QUERIES } from '../../../../shared/dashboards/clients-queries.ts';
import { dayText } from '../../../../shared/dashboards/day-text.ts';
import { periodPair } from '../../../../shared/dashboards/period-pair.ts';
import { FACET_COLUMN } from '../../../../shared/dashboards/facet-filter.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { usePasses } from '../use-passes.ts';
import { explainedPart } from '../explain/explained-part.ts';
import { MetricSwitch, type Metric } from './hours-card.tsx';
import { useDateEdges } from '../use-date-edges.ts';
import { useClientsPen } from './clients-pen.ts';
import { trendOption } from './trend-option.ts';

const QUERIES = { byDayAndClient: CLIENTS_QUERIES.byDayAndClient };
/** More small charts than this no longer compare at a glance. */
const MOST_CLIENTS = 8;
/** CSS pixels of one small chart with its heading. */
const PANEL = 128;

/** Every client's days beside those of the period before. */
export function TrendCard(): ReactNode {
  const pen = useClientsPen();
  const { t, voice, name } = pen;
  const { selection, toggleFacet } = useDashboard();
  const passes = usePasses('client');
  const isNarrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) === true;
  const columns = isNarrow ? 2 : 4;
  const [metric, setMetric] = useState<Metric>('transactions');
  const { answers, ...state } = useAnswers(QUERIES);
  const edges = useDateEdges();
  const data = useMemo(() => {
    if (answers.byDayAndClient === undefined) return null;
    const counts = dayClientCounts(answers.byDayAndClient, edges);
    const periods = periodPair(counts.days, selection.filters);
    const trends = periods === null ? [] : clientTrends(counts, periods);
    return { counts, periods, trends: trends.filter(({ client }) => passes('client', client)) };
  }, [answers, edges, selection.filters, passes]);
  const shown = useMemo(() => data?.trends.slice(0, MOST_CLIENTS) ?? [], [data]);
  const option = useMemo(
    () =>
      data === null || data.periods === null
        ? {}
        : trendOption({ ...data, periods: data.periods, trends: shown, columns }, metric, pen),
    [data, shown, columns, metric, pen],
  );
  const table = useMemo(
    () =>
      data === null
        ? null
        : {
            columns: [
              { name: 'client', label: t('client') },
              { name: 'n', label: `${t('transactions')}, ${t('present')}` },
              { name: 'before', label: `${t('transactions')}, ${t('previous')}` },
              { name: 'share', label: `${t('acceptance')}, ${t('present')}`, unit: '%' },
              { name: 'share before', label: `${t('acceptance')}, ${t('previous')}`, unit: '%' },
              { name: 'change', label: t('change'), unit: '%' },
              { name: 'low', label: t('low'), unit: '%' },
              { name: 'high', label: t('high'), unit: '%' },
            ],
            rows: data.trends.map(({ client, present, previous, change }) => [
              name(client),
              present.n,
              previous.n,
              present.rate,
              previous.rate,
              change?.difference ?? null,
              change?.low ?? null,
              change?.high ?? null,
            ]),
          },
    [data, t, name],
  );
  const periods = data?.periods ?? null;
  const select = (row: number, add: boolean): void => {
    const client = shown[row];
    if (client !== undefined) toggleFacet('client', client.client, { add });
  };
  const day = (text: string): string => dayText(text, voice.language, 'short');
  return (
    <ChartCard
      title={t('trend')}
      finding={data === null || periods === null ? null : largestChange(data.trends, periods.days, voice)}
      {...(periods === null
        ? {}
        : {
            unit: t('trendUnit', {
              from: day(periods.present.from),
              to: day(periods.present.to),
              before: day(periods.previous.from),
              until: day(periods.previous.to),
            }),
          })}
      size="full"
      height={Math.max(1, Math.ceil(shown.length / columns)) * PANEL}
      queries={[CLIENTS_QUERIES.byDayAndClient]}
      table={table}
      explain={explainedPart(selection, [FACET_COLUMN.day, FACET_COLUMN.client])}
      answers={state}
      actions={<MetricSwitch metric={metric} onChange={setMetric} />}
      {...(data !== null && periods === null ? { nothing: t('trendNone') } : {})}
      note={data !== null && data.trends.length > shown.length ? t('trendOnly', { count: shown.length }) : null}
    >
      <Chart
        option={option}
        label={t('trend')}
        onSelect={({ event, add }) => select(Math.floor((event.seriesIndex ?? 0) / 2), add)}
        onSelectRow={select}
        pointOf={(row) => ({ seriesIndex: row * 2 + 1, dataIndex: Math.max(0, (periods?.days ?? 1) - 1) })}
      />
    </ChartCard>
  );
}
