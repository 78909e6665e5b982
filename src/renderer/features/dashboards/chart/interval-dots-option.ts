import type { EChartsCoreOption } from 'echarts/core';
import type { Proportion } from '../../../../shared/contract/figures.ts';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import { dataIndexOf, nameAxis } from '../times/chart-parts.ts';
import { PALE, type ChartStyle } from './chart-style.ts';
import { intervalSeries } from './interval-series.ts';
import { tooltip, type TooltipLine } from './tooltip.ts';

/** A rate of a row: its dot inside its interval. */
export interface IntervalDot {
  readonly rate: Pick<Proportion, 'rate' | 'low' | 'high'>;
  readonly colour: ColourToken;
  readonly isPale: boolean;
  /** Where it stands on the vertical axis. */
  readonly place: number;
}

/** Where the rate of all together lies, and what is written there. */
export interface OverallRate {
  readonly rate: number;
  readonly text: string;
}

/** The dots of one rate, behind them their intervals, and a dashed line at the rate of all. */
export function intervalDots(
  name: string,
  dots: readonly IntervalDot[],
  overall: OverallRate | null,
  style: ChartStyle,
  {
    symbol = 'circle',
    size = 10,
    cap = 4,
  }: { readonly symbol?: string; readonly size?: number; readonly cap?: number } = {},
): readonly [Record<string, unknown>, Record<string, unknown>] {
  const colours = dots.map(({ colour }) => style.colour(colour));
  const opacity = dots.map(({ isPale }) => (isPale ? PALE : 1));
  return [
    intervalSeries(
      `${name} 95 %`,
      dots.map(({ rate: { low, high }, place }) => [low ?? 0, high ?? 0, place]),
      // A rate of nothing has no interval.
      {
        colours: colours.map((colour, at) => (dots[at]?.rate.rate == null ? 'transparent' : colour)),
        width: 2,
        cap,
        opacity,
      },
    ),
    {
      type: 'scatter',
      name,
      symbol,
      symbolSize: size,
      z: 3,
      data: dots.map(({ rate: { rate }, place }, at) => ({
        value: [rate, place],
        itemStyle: { color: colours[at], opacity: opacity[at] },
      })),
      ...(overall === null ? {} : { markLine: overallLine(overall, style) }),
    },
  ];
}

function overallLine({ rate, text }: OverallRate, style: ChartStyle): Record<string, unknown> {
  return {
    symbol: 'none',
    silent: true,
    lineStyle: { color: style.colour('axis'), type: 'dashed' },
    label: { position: 'start', color: style.colour('text-muted'), fontSize: 11, formatter: text },
    data: [{ xAxis: rate }],
  };
}

/** A text for every row in a column right of the axis, which ends at `end`. */
export function edgeTexts(end: number, texts: readonly string[], style: ChartStyle): Record<string, unknown> {
  return {
    type: 'scatter',
    name: 'figures',
    silent: true,
    symbolSize: 0,
    tooltip: { show: false },
    data: texts.map((_, row) => [end, row]),
    label: {
      show: true,
      position: 'right',
      distance: 12,
      fontSize: 11,
      color: style.colour('text-muted'),
      formatter: (item: unknown) => texts[dataIndexOf(item)] ?? '',
    },
  };
}

/** A row of {@link intervalDotsOption}. */
export interface IntervalRow extends Omit<IntervalDot, 'place'> {
  readonly label: string;
  /** Written right of the chart. */
  readonly figures: string;
  /** On hover, under the label. */
  readonly lines: readonly TooltipLine[];
}

/** A dot inside its interval for every row, beside the rate of all. `right`: CSS pixels that the figures need. */
export function intervalDotsOption(
  name: string,
  rows: readonly IntervalRow[],
  overall: OverallRate | null,
  axis: Record<string, unknown> & { readonly max: number },
  { style, right }: { readonly style: ChartStyle; readonly right: number },
): EChartsCoreOption {
  return {
    grid: { top: 20, right },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', axis: 'y' },
      formatter: (item: unknown) => {
        const row = rows[dataIndexOf(item)];
        return row === undefined ? '' : tooltip(row.label, row.lines);
      },
    },
    xAxis: axis,
    yAxis: { ...nameAxis(rows.map(({ label }) => label)), splitLine: { show: true } },
    series: [
      ...intervalDots(
        name,
        rows.map((row, place) => ({ ...row, place })),
        overall,
        style,
      ),
      edgeTexts(
        axis.max,
        rows.map(({ figures }) => figures),
        style,
      ),
    ],
  };
}
