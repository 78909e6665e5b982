import type { EChartsCoreOption } from 'echarts/core';
import type { Proportion } from '../../../../shared/contract/figures.ts';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { intervalSeries } from '../clients/interval-series.ts';
import { intervalText, rateText, type QualityPen } from './quality-pen.ts';

/** A group with one rate for every series. */
export interface RateRow {
  readonly label: string;
  readonly rates: readonly Proportion[];
  /** The colour of its dots where there is one series. */
  readonly colour?: ColourToken;
  readonly isPale?: boolean;
}

export interface RateSeries {
  readonly name: string;
  readonly colour: ColourToken;
}

const PALE = 0.3;
/** How far series stand apart in a row, as a share of its height. */
const APART = 0.26;
const NICE = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1] as const;

/** A dot inside its interval for every rate, and a dashed line at the rate of all where there is one series. */
export function rateDotsOption(
  rows: readonly RateRow[],
  series: readonly RateSeries[],
  overall: Proportion | null,
  { t, style, voice }: QualityPen,
): EChartsCoreOption {
  const place = (row: number, at: number): number =>
    row + (series.length === 1 ? 0 : (at - (series.length - 1) / 2) * APART);
  const highest = Math.max(0, ...rows.flatMap(({ rates }) => rates.map(({ high, n }) => (n === 0 ? 0 : (high ?? 0)))));
  const end = NICE.find((nice) => nice >= Math.min(1, highest)) ?? 1;
  const colourOf = (row: RateRow, at: number): string =>
    style.colour(series.length === 1 && row.colour !== undefined ? row.colour : (series[at]?.colour ?? 'accent'));
  return {
    grid: { top: series.length > 1 ? 26 : 18, right: 82, left: 12, bottom: 2 },
    legend: series.length > 1 ? { data: series.map(({ name }) => name) } : { show: false },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const row = rows[dataIndex];
        if (row === undefined) return '';
        return tooltip(
          row.label,
          series.flatMap(({ name }, at) => {
            const rate = row.rates[at];
            if (rate === undefined) return [];
            return [
              { colour: colourOf(row, at), label: name, value: rateText(rate.rate, voice) },
              { label: '95 %', value: intervalText(rate, voice) },
              { label: 'n', value: `${voice.number(rate.k)} / ${voice.number(rate.n)}` },
            ];
          }),
        );
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: end,
      splitNumber: 4,
      axisLabel: {
        formatter: (share: number) => voice.percent(share, end < 0.02 ? 2 : end < 0.1 ? 1 : 0),
        hideOverlap: true,
      },
    },
    yAxis: [
      {
        type: 'category',
        inverse: true,
        triggerEvent: true,
        data: rows.map(({ label }) => label),
        axisLabel: { interval: 0, width: 130, overflow: 'truncate' },
        splitLine: { show: true },
      },
      // Dots of several series stand beside each other in a row, which names of rows cannot tell.
      { type: 'value', inverse: true, min: -0.5, max: rows.length - 0.5, show: false },
    ],
    series: [
      ...series.flatMap(({ name, colour }, at) => [
        {
          ...intervalSeries(
            `${name} 95 %`,
            rows.map(({ rates }, row) => [rates[at]?.low ?? 0, rates[at]?.high ?? 0, place(row, at)]),
            {
              colours: rows.map((row) => (countOf(row, at) === 0 ? 'transparent' : colourOf(row, at))),
              width: 2,
              cap: series.length > 1 ? 3 : 4,
              opacity: rows.map(({ isPale }) => (isPale === true ? PALE : 1)),
            },
          ),
          yAxisIndex: 1,
          tooltip: { show: false },
        },
        {
          type: 'scatter',
          name,
          yAxisIndex: 1,
          symbol: at === 0 ? 'circle' : 'diamond',
          symbolSize: series.length > 1 ? 9 : 10,
          z: 3,
          itemStyle: { color: style.colour(colour) },
          data: rows.map((row, index) => ({
            value: [row.rates[at]?.rate ?? null, place(index, at)],
            itemStyle: { color: colourOf(row, at), opacity: row.isPale === true ? PALE : 1 },
          })),
          ...(overall === null || overall.rate === null || series.length > 1
            ? {}
            : {
                markLine: {
                  symbol: 'none',
                  silent: true,
                  lineStyle: { color: style.colour('axis'), type: 'dashed' },
                  label: {
                    position: 'start',
                    color: style.colour('text-muted'),
                    fontSize: 11,
                    formatter: `${t('overall')} ${rateText(overall.rate, voice)}`,
                  },
                  data: [{ xAxis: overall.rate }],
                },
              }),
        },
      ]),
      // At the right edge, so that the figures stand in a column.
      {
        type: 'scatter',
        name: 'figures',
        yAxisIndex: 1,
        silent: true,
        symbolSize: 0,
        tooltip: { show: false },
        data: rows.map((_, row) => [end, row]),
        label: {
          show: true,
          position: 'right',
          distance: 8,
          fontSize: 11,
          color: style.colour('text-muted'),
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
            const row = rows[dataIndex];
            const [rate] = row?.rates ?? [];
            if (row === undefined || rate === undefined) return '';
            return series.length > 1
              ? `${row.rates.map(({ k }) => voice.number(k)).join(' · ')}\nn ${voice.number(rate.n)}`
              : `${rateText(rate.rate, voice)}\nn ${voice.number(rate.n)}`;
          },
        },
      },
    ],
  };

  function countOf(row: RateRow, at: number): number {
    return row.rates[at]?.n ?? 0;
  }
}

/** The same as a table. `first` is the heading of the names. */
export function rateTable(
  rows: readonly RateRow[],
  series: readonly RateSeries[],
  first: string,
  { t }: Pick<QualityPen, 't'>,
): ChartTable {
  const prefix = (name: string, label: string): string => (series.length === 1 ? label : `${name}: ${label}`);
  return {
    columns: [
      { name: 'group', label: first },
      ...series.flatMap(({ name }, at) => [
        { name: `rate ${at}`, label: prefix(name, t('rate')), unit: '%', align: 'right', digits: 2 } as const,
        { name: `low ${at}`, label: prefix(name, t('low')), unit: '%', align: 'right', digits: 2 } as const,
        { name: `high ${at}`, label: prefix(name, t('high')), unit: '%', align: 'right', digits: 2 } as const,
        { name: `k ${at}`, label: prefix(name, 'k'), align: 'right' } as const,
        { name: `n ${at}`, label: prefix(name, 'n'), align: 'right' } as const,
      ]),
    ],
    rows: rows.map(({ label, rates }) => [
      label,
      ...rates.flatMap(({ rate, low, high, k, n }) => [rate, low, high, k, n]),
    ]),
  };
}
