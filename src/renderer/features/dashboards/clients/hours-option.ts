import type { EChartsCoreOption } from 'echarts/core';
import type { HourCell } from '../../../../shared/dashboards/clients-figures.ts';
import { weekdayText } from '../../../../shared/dashboards/calendar-names.ts';
import type { Dashboard } from '../dashboard-context.ts';
import { tooltip } from '../chart/tooltip.ts';
import { intervalText, rateText, type ClientsPen } from './clients-pen.ts';
import type { Metric } from './hours-card.tsx';
import { PALE } from '../chart/chart-style.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = [1, 2, 3, 4, 5, 6, 7];
const HEAT = ['heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5', 'heat-6'] as const;

/** A cell for every hour of the week, Monday on top, darker where there is more; hours without a transaction stay empty. */
export function hoursOption(
  cells: readonly HourCell[],
  metric: Metric,
  passes: Dashboard['passes'],
  { style, voice, t }: ClientsPen,
): EChartsCoreOption {
  const values = cells.map(({ acceptance }) => (metric === 'acceptance' ? (acceptance.rate ?? 0) : acceptance.n));
  const most = metric === 'acceptance' ? 1 : Math.max(1, ...values);
  const print = (value: number): string => (metric === 'acceptance' ? voice.percent(value, 0) : voice.number(value));
  return {
    grid: { top: 4, right: 62, bottom: 4 },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const cell = cells[dataIndex];
        if (cell === undefined) return '';
        const { weekday, hour, acceptance } = cell;
        return tooltip(`${weekdayText(weekday, voice.language, 'long')}, ${hour}:00–${hour + 1}:00`, [
          { label: t('transactions'), value: voice.number(acceptance.n) },
          { label: t('acceptance'), value: rateText(acceptance.rate, voice) },
          { label: '95 %', value: intervalText(acceptance, voice) },
        ]);
      },
    },
    xAxis: { type: 'category', data: HOURS.map(String), splitArea: { show: false }, axisLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: DAYS.map((day) => weekdayText(day, voice.language, 'short')),
      axisLine: { show: false },
    },
    visualMap: {
      min: 0,
      max: most,
      calculable: false,
      orient: 'vertical',
      right: 0,
      top: 4,
      itemWidth: 8,
      itemHeight: 120,
      text: [print(most), print(0)],
      textGap: 6,
      inRange: { color: HEAT.map((token) => style.colour(token)) },
      formatter: (value: unknown) => print(Number(value)),
    },
    series: [
      {
        type: 'heatmap',
        data: cells.map(({ weekday, hour }, at) => ({
          value: [hour, weekday - 1, values[at]],
          itemStyle: { opacity: passes('weekday', weekday) && passes('hour', hour) ? 1 : PALE },
        })),
        itemStyle: { borderColor: style.colour('surface'), borderWidth: 1.5, borderRadius: 2 },
        emphasis: { itemStyle: { borderColor: style.colour('text'), borderWidth: 1.5 } },
      },
    ],
  };
}
