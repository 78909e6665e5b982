import type { EChartsCoreOption } from 'echarts/core';
import type { Proportion } from '../../../../shared/contract/figures.ts';
import { dayText } from '../../../../shared/dashboards/day-text.ts';
import type { Dashboard } from '../dashboard-context.ts';
import { tooltip } from '../chart/tooltip.ts';
import { intervalText, rateText, type ClientsPen } from './clients-pen.ts';
import { PALE } from '../chart/chart-style.ts';

export interface AcceptanceData {
  readonly overall: Proportion;
  readonly days: readonly { readonly day: string; readonly acceptance: Proportion }[];
}

/** One bar of all transactions cut into accepted and not, and below it the acceptance of every day inside its interval. */
export function acceptanceOption(
  { overall, days }: AcceptanceData,
  passes: Dashboard['passes'],
  { style, voice, t }: ClientsPen,
): EChartsCoreOption {
  const { n, k } = overall;
  const part = (status: 'ok' | 'error', count: number): Record<string, unknown> => ({
    type: 'bar',
    name: status,
    stack: 'all',
    xAxisIndex: 0,
    yAxisIndex: 0,
    barWidth: 30,
    color: style.colour(status),
    data: [{ value: count / Math.max(1, n), itemStyle: { opacity: passes('status', status) ? 1 : PALE } }],
    label: {
      show: count / Math.max(1, n) > 0.18,
      color: style.colour('surface'),
      fontSize: 11.5,
      fontWeight: 650,
      formatter: `${status} ${voice.number(count)}`,
    },
    tooltip: {
      trigger: 'item',
      formatter: () =>
        tooltip(status, [
          { label: t('transactions'), value: voice.number(count) },
          { label: t('share'), value: n === 0 ? '–' : voice.percent(count / n, 2) },
        ]),
    },
  });
  const line = (name: string, values: readonly (number | null)[], more: object): Record<string, unknown> => ({
    type: 'line',
    name,
    xAxisIndex: 1,
    yAxisIndex: 1,
    symbol: 'none',
    data: [...values],
    ...more,
  });
  const band = { stack: 'band', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } };
  return {
    grid: [
      { top: 4, height: 34, left: 4, right: 4, outerBoundsMode: 'none' },
      { top: 56, bottom: 4, left: 4, right: 22 },
    ],
    tooltip: {
      trigger: 'axis',
      formatter: (items: readonly { readonly dataIndex: number }[]) => {
        const day = days[items[0]?.dataIndex ?? 0];
        if (day === undefined) return '';
        const { acceptance } = day;
        return tooltip(dayText(day.day, voice.language), [
          { colour: style.colour('ok'), label: t('acceptance'), value: rateText(acceptance.rate, voice) },
          { label: '95 %', value: intervalText(acceptance, voice) },
          { label: t('accepted'), value: voice.number(acceptance.k) },
          { label: 'n', value: voice.number(acceptance.n) },
        ]);
      },
    },
    xAxis: [
      { gridIndex: 0, type: 'value', min: 0, max: 1, show: false },
      {
        gridIndex: 1,
        type: 'category',
        boundaryGap: false,
        data: days.map(({ day }) => dayText(day, voice.language, 'short')),
        axisLabel: { hideOverlap: true },
      },
    ],
    yAxis: [
      { gridIndex: 0, type: 'category', data: [''], show: false },
      {
        gridIndex: 1,
        type: 'value',
        min: 0,
        max: 1,
        interval: 0.25,
        axisLabel: { formatter: (share: number) => voice.percent(share, 0) },
      },
    ],
    series: [
      part('ok', k),
      part('error', n - k),
      line(
        'low',
        days.map(({ acceptance }) => acceptance.low),
        band,
      ),
      line(
        t('acceptance'),
        days.map(({ acceptance }) => acceptance.rate),
        {
          color: style.colour('ok'),
          symbol: 'circle',
          symbolSize: 5,
          showSymbol: days.length <= 62,
          showAllSymbol: true,
          z: 3,
          markLine:
            overall.rate === null
              ? undefined
              : {
                  symbol: 'none',
                  silent: true,
                  label: { show: false },
                  lineStyle: { color: style.colour('axis'), type: 'dashed' },
                  data: [{ yAxis: overall.rate }],
                },
        },
      ),
      line(
        'high',
        days.map(({ acceptance: { low, high } }) => (low === null || high === null ? null : high - low)),
        { ...band, areaStyle: { color: style.colour('ok'), opacity: 0.16 } },
      ),
    ],
  };
}
