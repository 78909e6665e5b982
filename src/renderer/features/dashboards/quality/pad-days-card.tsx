import type { EChartsCoreOption } from 'echarts/core';
import { useMemo, type ReactNode } from 'react';
import type { Proportion } from '../../../../shared/contract/figures.ts';
import { calendarOf } from '../../../../shared/dashboards/calendar-days.ts';
import { dayText } from '../../../../shared/dashboards/day-text.ts';
import { countsBy, padRejectRate } from '../../../../shared/dashboards/quality-answers.ts';
import { padDayFinding } from '../../../../shared/dashboards/quality-findings.ts';
import { QUALITY_QUERIES } from '../../../../shared/dashboards/quality-queries.ts';
import { proportion } from '../../../../shared/statistics/proportion.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { tooltip } from '../chart/tooltip.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { intervalText, rateText, useQualityPen, type QualityPen } from './quality-pen.ts';
import { useAnswerFilter } from './use-answer-filter.ts';

const QUERIES = { days: QUALITY_QUERIES.days };
const HEIGHT = 224;

interface DayRate {
  readonly day: string;
  readonly rate: Proportion;
}

/** PAD rejects by day with their intervals; drag over days to filter by them. */
export function PadDaysCard(): ReactNode {
  const pen = useQualityPen();
  const { t, voice, groupOf } = pen;
  const { setDates } = useDashboard();
  const { drill, explain } = useAnswerFilter('pad');
  const { answers, ...state } = useAnswers(QUERIES);
  const data = useMemo(() => {
    if (answers.days === undefined) return null;
    const counts = countsBy(answers.days, 'day', groupOf);
    const known = new Map(counts.map((day) => [day.key, padRejectRate(day)]));
    const days = calendarOf(counts.flatMap(({ key }) => key ?? []));
    const rates = days.map((day): DayRate => ({ day, rate: known.get(day) ?? proportion(0, 0) }));
    return { counts, rates };
  }, [answers, groupOf]);
  const option = useMemo(() => (data === null ? {} : padDaysOption(data.rates, pen)), [data, pen]);
  const table = useMemo(
    () =>
      data === null
        ? null
        : {
            columns: [
              { name: 'day', label: t('day') },
              { name: 'rate', label: t('kpiPad'), unit: '%', digits: 2 },
              { name: 'low', label: t('low'), unit: '%', digits: 2 },
              { name: 'high', label: t('high'), unit: '%', digits: 2 },
              { name: 'rejected', label: t('rejected') },
              { name: 'reached', label: t('reached') },
            ],
            rows: data.rates.map(({ day, rate: { rate, low, high, k, n } }) => [day, rate, low, high, k, n]),
          },
    [data, t],
  );
  const dayAt = (index: number): string | null =>
    data?.rates[Math.min(data.rates.length - 1, Math.max(0, Math.round(index)))]?.day ?? null;
  const title = t('padByDay');
  return (
    <ChartCard
      title={title}
      finding={data === null ? null : padDayFinding(data.counts, (day) => dayText(day, voice.language, 'short'), voice)}
      unit={t('rateUnit')}
      n={data === null ? null : data.rates.reduce((sum, { rate }) => sum + rate.n, 0)}
      height={HEIGHT}
      queries={[QUALITY_QUERIES.days]}
      table={table}
      answers={state}
      drill={drill}
      explain={explain}
    >
      <Chart
        option={option}
        label={title}
        onBrush={({ x: [from, to] }, done) => setDates(dayAt(from), dayAt(to), { brushing: !done })}
        onSelect={({ event }) => setDates(dayAt(event.dataIndex), dayAt(event.dataIndex))}
        onSelectRow={(row) => setDates(dayAt(row), dayAt(row))}
        pointOf={(row) => ({ seriesIndex: 3, dataIndex: row })}
      />
    </ChartCard>
  );
}

function padDaysOption(days: readonly DayRate[], { t, style, voice }: QualityPen): EChartsCoreOption {
  const band = { type: 'line', stack: 'interval', symbol: 'none', silent: true, lineStyle: { opacity: 0 } } as const;
  return {
    grid: { top: 10, right: 10, bottom: 2, left: 4 },
    tooltip: {
      trigger: 'axis',
      formatter: (items: readonly { readonly dataIndex: number }[]) => {
        const day = days[items[0]?.dataIndex ?? -1];
        if (day === undefined) return '';
        return tooltip(dayText(day.day, voice.language), [
          { colour: style.colour('outcome-attack'), label: t('kpiPad'), value: rateText(day.rate.rate, voice) },
          { label: '95 %', value: intervalText(day.rate, voice) },
          { label: t('rejected'), value: voice.number(day.rate.k) },
          { label: t('reached'), value: voice.number(day.rate.n) },
        ]);
      },
    },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => day),
      boundaryGap: true,
      axisLabel: { formatter: (day: string) => dayText(day, voice.language, 'short'), hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 4,
      axisLabel: { formatter: (share: number) => voice.percent(share, 0) },
    },
    series: [
      { ...band, name: 'low', data: days.map(({ rate }) => rate.low) },
      {
        ...band,
        name: 'high',
        data: days.map(({ rate: { low, high } }) => (low === null || high === null ? null : high - low)),
        areaStyle: { color: style.pale('outcome-attack', 0.16) },
      },
      whiskers(days, style.colour('outcome-attack')),
      {
        type: 'line',
        name: t('kpiPad'),
        data: days.map(({ rate }) => rate.rate),
        symbol: 'circle',
        symbolSize: 5,
        showAllSymbol: true,
        itemStyle: { color: style.colour('outcome-attack') },
        lineStyle: { color: style.colour('outcome-attack'), width: 1.8 },
        emphasis: { scale: 1.6 },
      },
    ],
  };
}

/** The little that is used of what ECharts hands to a custom series. */
interface DrawingApi {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
}

/** The intervals of days that stand alone: a band has no width there. */
function whiskers(days: readonly DayRate[], stroke: string): Record<string, unknown> {
  const isKnown = (at: number): boolean => (days[at]?.rate.n ?? 0) > 0;
  return {
    type: 'custom',
    name: '95 %',
    silent: true,
    data: days.flatMap(({ rate: { low, high } }, at) =>
      low === null || high === null || isKnown(at - 1) || isKnown(at + 1) ? [] : [[at, low, high]],
    ),
    encode: { x: 0, y: [1, 2] },
    renderItem: (_: unknown, api: DrawingApi) => {
      const [x1, y1] = api.coord([api.value(0), api.value(1)]);
      const [x2, y2] = api.coord([api.value(0), api.value(2)]);
      return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 2, opacity: 0.45 } };
    },
  };
}
