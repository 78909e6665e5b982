import type { EChartsCoreOption } from 'echarts/core';
import type { ClientTrend, DayClientCounts } from '../../../../shared/dashboards/clients-figures.ts';
import { dayAfter } from '../../../../shared/dashboards/calendar-days.ts';
import { dayText } from '../../../../shared/dashboards/day-text.ts';
import type { PeriodPair } from '../../../../shared/dashboards/period-pair.ts';
import { tooltip } from '../chart/tooltip.ts';
import { coloursOf, pointsText, rateText, type ClientsPen } from './clients-pen.ts';
import type { Metric } from './hours-card.tsx';

export interface TrendData {
  readonly counts: DayClientCounts;
  readonly periods: PeriodPair;
  readonly trends: readonly ClientTrend[];
  /** Small charts in a row. */
  readonly columns: number;
}

/** Of the height of a small chart with its heading, what is above it and below it. */
const HEAD = 0.36;
const FOOT = 0.2;

/** A small chart for every client, to a scale of its own: its days, and dashed those of the period before. */
export function trendOption(
  { counts, periods, trends, columns }: TrendData,
  metric: Metric,
  { style, voice, t, name }: ClientsPen,
): EChartsCoreOption {
  const colourOf = coloursOf(counts.clients.map(({ client }) => client));
  const at = new Map(counts.days.map((day, index) => [day, index]));
  const course = (client: string | null, from: string): readonly (number | null)[] => {
    const own = counts.clients.find((known) => known.client === client);
    return Array.from({ length: periods.days }, (_, step) => {
      const index = at.get(dayAfter(from, step));
      if (index === undefined || own === undefined) return null;
      const n = own.counts[index] ?? 0;
      if (metric === 'transactions') return n;
      return n === 0 ? null : (own.accepted[index] ?? 0) / n;
    });
  };
  const courses = trends.map(({ client }) => ({
    present: course(client, periods.present.from),
    previous: course(client, periods.previous.from),
  }));
  // A scale of its own for each: how a client changes shows, also where it is small.
  const mosts = courses.map(({ present, previous }) =>
    metric === 'acceptance' ? 1 : Math.max(1, ...[...present, ...previous].map((value) => value ?? 0)),
  );
  const print = (value: number | null): string =>
    value === null ? '–' : metric === 'acceptance' ? voice.percent(value) : voice.number(value);
  const rows = Math.max(1, Math.ceil(trends.length / columns));
  const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;
  const left = (index: number): string => percent((index % columns) / columns + 0.004);
  const top = (index: number, below = 0): string => percent((Math.floor(index / columns) + below) / rows);
  return {
    title: trends.map((trend, index) => ({
      ...heading(trend, metric, { style, voice, t, name }),
      left: left(index),
      top: top(index),
    })),
    grid: trends.map((_, index) => ({
      left: left(index),
      width: percent(1 / columns - 0.028),
      top: top(index, HEAD),
      height: percent((1 - HEAD - FOOT) / rows),
      outerBoundsMode: 'none',
    })),
    tooltip: {
      trigger: 'axis',
      formatter: (items: readonly { readonly dataIndex: number; readonly axisIndex?: number }[]) => {
        const step = items[0]?.dataIndex ?? 0;
        const index = items[0]?.axisIndex ?? 0;
        const [trend, own] = [trends[index], courses[index]];
        if (trend === undefined || own === undefined) return '';
        const day = (from: string): string => dayText(dayAfter(from, step), voice.language);
        return tooltip(name(trend.client), [
          {
            colour: style.colour(colourOf(trend.client)),
            label: day(periods.present.from),
            value: print(own.present[step] ?? null),
          },
          { colour: style.colour('axis'), label: day(periods.previous.from), value: print(own.previous[step] ?? null) },
        ]);
      },
    },
    xAxis: trends.map((_, index) => ({
      gridIndex: index,
      type: 'category',
      boundaryGap: false,
      data: Array.from({ length: periods.days }, (_unused, step) =>
        dayText(dayAfter(periods.present.from, step), voice.language, 'short'),
      ),
      axisLabel: { interval: Math.max(0, periods.days - 2), alignMinLabel: 'left', alignMaxLabel: 'right' },
    })),
    yAxis: trends.map((_, index) => ({
      gridIndex: index,
      type: 'value',
      min: 0,
      max: mosts[index] ?? 1,
      interval: mosts[index] ?? 1,
      axisLabel: {
        inside: true,
        showMinLabel: false,
        margin: 0,
        verticalAlign: 'bottom',
        padding: [0, 0, 1, 0],
        formatter: print,
      },
      splitLine: { show: true },
    })),
    series: trends.flatMap(({ client }, index) => [
      {
        type: 'line',
        name: `${name(client)}, ${t('previous')}`,
        xAxisIndex: index,
        yAxisIndex: index,
        symbol: 'circle',
        symbolSize: 3,
        showSymbol: periods.days <= 31,
        lineStyle: { color: style.colour('axis'), width: 1.5, type: 'dashed' },
        itemStyle: { color: style.colour('axis') },
        data: [...(courses[index]?.previous ?? [])],
      },
      {
        type: 'line',
        name: name(client),
        xAxisIndex: index,
        yAxisIndex: index,
        symbol: 'circle',
        symbolSize: 5,
        showSymbol: periods.days <= 31,
        triggerLineEvent: true,
        lineStyle: { color: style.colour(colourOf(client)), width: 2 },
        itemStyle: { color: style.colour(colourOf(client)) },
        areaStyle: { color: style.colour(colourOf(client)), opacity: 0.1 },
        data: [...(courses[index]?.present ?? [])],
      },
    ]),
  };
}

function heading(
  { client, present, previous, change }: ClientTrend,
  metric: Metric,
  { style, voice, t, name }: ClientsPen,
): Record<string, unknown> {
  const sign = (value: number): string => (value < 0 ? '−' : '+');
  const grown = previous.n === 0 ? null : present.n / previous.n - 1;
  const line =
    metric === 'transactions'
      ? [voice.number(present.n), grown === null ? null : `${sign(grown)}${voice.percent(Math.abs(grown), 0)}`]
      : [
          rateText(present.rate, voice),
          change === null ? null : t('points', { points: pointsText(change.difference, voice) }),
        ];
  return {
    text: name(client),
    subtext: line.filter((part) => part !== null).join('  '),
    itemGap: 3,
    padding: 0,
    textStyle: { fontSize: 11.5, fontWeight: 650, color: style.colour('text') },
    subtextStyle: { fontSize: 11, color: style.colour('text-muted') },
  };
}
