import type { EChartsCoreOption } from 'echarts/core';
import { timeAtText } from '../../../../shared/dashboards/times-findings.ts';
import type { TimeAt } from '../../../../shared/dashboards/times-answers.ts';
import { WATCHED_FIGURES, type Trend, type WatchedFigure } from '../../../../shared/dashboards/times-trend.ts';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { dataIndexOf, msText, numberAxis, signedPercent } from './chart-parts.ts';
import type { TimesPen } from './times-pen.ts';

/** The colour of a figure over time, and its mark: told apart without colour too. */
export const FIGURE_LOOK = {
  p50: { colour: 'accent', symbol: 'circle' },
  p95: { colour: 'client-2', symbol: 'rect' },
} as const satisfies Record<WatchedFigure, { readonly colour: ColourToken; readonly symbol: string }>;

/** More points than this are drawn as a line without marks. */
const MOST_MARKED = 80;

export function trendOption(
  points: readonly TimeAt[],
  trend: Trend,
  passes: (point: TimeAt) => boolean,
  pen: TimesPen,
): EChartsCoreOption {
  const { style, format, t } = pen;
  const names = points.map(timeAtText);
  const most = Math.max(1, ...points.map(({ n }) => n));
  return {
    grid: { right: 12, top: 26, bottom: 2 },
    legend: { data: [...WATCHED_FIGURES], selectedMode: false },
    xAxis: { type: 'category', data: names, axisLabel: { hideOverlap: true, formatter: shortName } },
    yAxis: [
      { ...numberAxis(format), min: 0 },
      { type: 'value', show: false, max: most * 4 },
    ],
    tooltip: {
      trigger: 'axis',
      formatter: (item: unknown) => {
        const index = dataIndexOf(item);
        const point = points[index];
        if (point === undefined) return '';
        return tooltip(names[index] ?? '', [
          ...WATCHED_FIGURES.map((figure) => ({
            colour: style.colour(FIGURE_LOOK[figure].colour),
            label: figure,
            value: msText(format, point[figure], 1),
          })),
          { colour: style.colour('grid'), label: t('transactions'), value: format.number(point.n) },
        ]);
      },
    },
    series: [
      ...WATCHED_FIGURES.map((figure) => figureLine(figure, points, trend, passes, pen)),
      ...WATCHED_FIGURES.flatMap((figure) => levelLine(figure, points, trend, pen)),
      {
        type: 'bar',
        name: t('transactions'),
        yAxisIndex: 1,
        barCategoryGap: '15%',
        silent: true,
        z: 0,
        data: points.map((point) => ({
          value: point.n,
          itemStyle: { color: style.colour('grid'), opacity: passes(point) ? 1 : 0.4 },
        })),
      },
    ],
  };
}

function figureLine(
  figure: WatchedFigure,
  points: readonly TimeAt[],
  { changes }: Trend,
  passes: (point: TimeAt) => boolean,
  { style, format }: TimesPen,
): Record<string, unknown> {
  const { symbol } = FIGURE_LOOK[figure];
  const colour = style.colour(FIGURE_LOOK[figure].colour);
  return {
    type: 'line',
    name: figure,
    symbol,
    symbolSize: 5,
    showSymbol: points.length <= MOST_MARKED,
    lineStyle: { width: 1.6 },
    itemStyle: { color: colour },
    data: points.map((point) => ({ value: point[figure], itemStyle: { opacity: passes(point) ? 1 : 0.25 } })),
    markPoint: {
      symbol: 'pin',
      symbolSize: 0,
      silent: true,
      label: {
        color: colour,
        fontSize: 11,
        fontWeight: 700,
        offset: [0, -12],
        backgroundColor: style.pale('surface', 0.85),
        padding: [1, 3],
        formatter: '{b}',
      },
      data: changes
        .filter((change) => change.figure === figure)
        .map(({ at, after, change }) => ({
          name: `${change > 0 ? '▲' : '▼'} ${signedPercent(format, change, 0)}`,
          coord: [timeAtText(at), Math.max(after.level, at[figure] ?? 0)],
        })),
    },
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: colour, type: 'solid', width: 1, opacity: 0.55 },
      label: { show: false },
      data: changes.filter((change) => change.figure === figure).map(({ at }) => ({ xAxis: timeAtText(at) })),
    },
  };
}

/** The levels as a dashed line, each from its first point to its last; nothing where there is but one. */
function levelLine(
  figure: WatchedFigure,
  points: readonly TimeAt[],
  { levels }: Trend,
  { style }: TimesPen,
): readonly Record<string, unknown>[] {
  if (levels[figure].length < 2) return [];
  return levels[figure].map(({ first, last, level }) => {
    const [from, to] = [first, last].map((end) => points.findIndex((point) => timeAtText(point) === timeAtText(end)));
    return {
      type: 'line',
      silent: true,
      symbol: 'none',
      tooltip: { show: false },
      lineStyle: { color: style.colour(FIGURE_LOOK[figure].colour), type: [5, 4], width: 1.4 },
      data: points.map((_, index) => (index >= (from ?? 0) && index <= (to ?? 0) ? level : null)),
    };
  });
}

/** `2025-01-17 14 h` as `01-17 14 h`: the year is in the tooltip. */
function shortName(name: string): string {
  return name.slice(5);
}

export function trendTable(points: readonly TimeAt[], { t }: Pick<TimesPen, 't'>): ChartTable {
  const time = { unit: 'ms', align: 'right', digits: 1 } as const;
  const isHourly = points.some(({ hour, day }) => hour !== null && day !== null);
  return {
    columns: [
      { name: 'at', label: isHourly ? t('hour') : t('day') },
      { name: 'n', label: t('transactions'), align: 'right' },
      { name: 'p50', label: 'p50', ...time },
      { name: 'p95', label: 'p95', ...time },
    ],
    rows: points.map((point) => [timeAtText(point), point.n, point.p50, point.p95]),
  };
}
