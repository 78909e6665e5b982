import type { EChartsCoreOption } from 'echarts/core';
import type { TimeAt } from '../../../../shared/dashboards/times-answers.ts';
import { WATCHED_FIGURES } from '../../../../shared/dashboards/times-trend.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { dataIndexOf, msText, numberAxis } from './chart-parts.ts';
import type { TimesPen } from './times-pen.ts';
import { FIGURE_LOOK } from './trend-option.ts';

/** All 24 hours of the day, those without transactions too. */
export function wholeDay(hours: readonly TimeAt[]): readonly TimeAt[] {
  return Array.from(
    { length: 24 },
    (_, hour) => hours.find((known) => known.hour === hour) ?? { day: null, hour, n: 0, p50: null, p95: null },
  );
}

export function hoursOption(
  hours: readonly TimeAt[],
  passes: (hour: TimeAt) => boolean,
  pen: TimesPen,
): EChartsCoreOption {
  const { style, format, t } = pen;
  return {
    grid: { right: 4, top: 26, bottom: 2 },
    legend: { data: [...WATCHED_FIGURES, t('transactions')], selectedMode: false },
    xAxis: { type: 'category', data: hours.map(({ hour }) => String(hour)), axisLabel: { hideOverlap: true } },
    yAxis: [
      { ...numberAxis(format), min: 0 },
      { ...numberAxis(format), splitLine: { show: false } },
    ],
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (item: unknown) => {
        const hour = hours[dataIndexOf(item)];
        if (hour === undefined) return '';
        return tooltip(`${hour.hour ?? ''} h`, [
          ...WATCHED_FIGURES.map((figure) => ({
            colour: style.colour(FIGURE_LOOK[figure].colour),
            label: figure,
            value: msText(format, hour[figure], 1),
          })),
          { colour: style.colour('heat-2'), label: t('transactions'), value: format.number(hour.n) },
        ]);
      },
    },
    series: [
      {
        type: 'bar',
        name: t('transactions'),
        yAxisIndex: 1,
        barCategoryGap: '20%',
        itemStyle: { color: style.colour('heat-1') },
        data: hours.map((hour) => ({ value: hour.n, itemStyle: { opacity: passes(hour) ? 1 : 0.35 } })),
      },
      ...WATCHED_FIGURES.map((figure) => ({
        type: 'line',
        name: figure,
        symbol: FIGURE_LOOK[figure].symbol,
        symbolSize: 5,
        showAllSymbol: true,
        lineStyle: { width: 1.6 },
        itemStyle: { color: style.colour(FIGURE_LOOK[figure].colour) },
        data: hours.map((hour) => ({ value: hour[figure], itemStyle: { opacity: passes(hour) ? 1 : 0.25 } })),
      })),
    ],
  };
}

export function hoursTable(hours: readonly TimeAt[], { t }: Pick<TimesPen, 't'>): ChartTable {
  const time = { unit: 'ms', align: 'right', digits: 1 } as const;
  return {
    columns: [
      { name: 'hour', label: t('hour'), align: 'right' },
      { name: 'n', label: t('transactions'), align: 'right' },
      { name: 'p50', label: 'p50', ...time },
      { name: 'p95', label: 'p95', ...time },
    ],
    rows: hours.map(({ hour, n, p50, p95 }) => [hour, n, p50, p95]),
  };
}
