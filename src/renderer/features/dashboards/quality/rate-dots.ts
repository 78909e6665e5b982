import type { EChartsCoreOption } from 'echarts/core';
import type { Proportion } from '../../../../shared/contract/figures.ts';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { edgeTexts, intervalDots } from '../chart/interval-dots-option.ts';
import { tooltip } from '../chart/tooltip.ts';
import { nameAxis } from '../times/chart-parts.ts';
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

const NO_RATE = { rate: null, low: null, high: null } as const;
/** Of the first series, and of others. */
const SYMBOLS = ['circle', 'diamond'] as const;
/** How far series stand apart in a row, as a share of its height. */
const APART = 0.26;
/** Ends of the axis; they are cut into five steps, those of {@link CUT_IN_FOUR} into four. */
const NICE = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1] as const;

const CUT_IN_FOUR: readonly number[] = [0.002, 0.02, 0.2, 1];

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
  const colourOf = (row: RateRow, at: number): ColourToken =>
    series.length === 1 && row.colour !== undefined ? row.colour : (series[at]?.colour ?? 'accent');
  return {
    grid: { top: series.length > 1 ? 26 : 18, right: series.length > 1 ? 82 : 108, left: 12, bottom: 2 },
    legend:
      series.length > 1
        ? { data: series.map(({ name }, at) => ({ name, icon: SYMBOLS[at === 0 ? 0 : 1] })) }
        : { show: false },
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
              { colour: style.colour(colourOf(row, at)), label: name, value: rateText(rate.rate, voice) },
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
      interval: end / (CUT_IN_FOUR.includes(end) ? 4 : 5),
      axisLabel: {
        formatter: (share: number) => voice.percent(share, end < 0.02 ? 2 : end < 0.1 ? 1 : 0),
        hideOverlap: true,
      },
    },
    yAxis: [
      {
        ...nameAxis(
          rows.map(({ label }) => label),
          130,
        ),
        triggerEvent: true,
        splitLine: { show: true },
      },
      // Dots of several series stand beside each other in a row, which names of rows cannot tell.
      { type: 'value', inverse: true, min: -0.5, max: rows.length - 0.5, show: false },
    ],
    series: [
      ...series.flatMap(({ name, colour }, at) => {
        const isOnly = series.length === 1;
        const [intervals, dots] = intervalDots(
          name,
          rows.map((row, index) => ({
            rate: row.rates[at] ?? NO_RATE,
            colour: colourOf(row, at),
            isPale: row.isPale === true,
            place: place(index, at),
          })),
          isOnly && overall !== null && overall.rate !== null
            ? { rate: overall.rate, text: `${t('overall')} ${rateText(overall.rate, voice)}` }
            : null,
          style,
          { symbol: SYMBOLS[at === 0 ? 0 : 1], size: isOnly ? 10 : 9, cap: isOnly ? 4 : 3 },
        );
        return [
          { ...intervals, yAxisIndex: 1, tooltip: { show: false } },
          { ...dots, yAxisIndex: 1, itemStyle: { color: style.colour(colour) } },
        ];
      }),
      {
        ...edgeTexts(
          end,
          rows.map(({ rates }) => {
            const [rate] = rates;
            if (rate === undefined) return '';
            const n = `n ${voice.number(rate.n)}`;
            return series.length > 1
              ? `${rates.map(({ k }) => voice.number(k)).join(' · ')}\n${n}`
              : `${rateText(rate.rate, voice)}  ${n}`;
          }),
          style,
        ),
        yAxisIndex: 1,
      },
    ],
  };
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
