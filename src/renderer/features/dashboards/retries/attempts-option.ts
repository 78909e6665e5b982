import type { EChartsCoreOption } from 'echarts/core';
import { LEAST_FOR_FINDING } from '../../../../shared/dashboards/rate-findings.ts';
import type { AttemptRate } from '../../../../shared/dashboards/retries-answers.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { intervalText, rateText } from '../clients/clients-pen.ts';
import { PALE } from '../chart/chart-style.ts';
import { dataIndexOf } from '../times/chart-parts.ts';
import type { RetriesPen } from './retries-pen.ts';
import { sizeText } from './sizes-option.ts';

const CAP = 3;

/** A dot for every attempt number inside its interval, joined, beside the acceptance of all. */
export function attemptsOption(
  rates: readonly AttemptRate[],
  isSelected: (attempt: number) => boolean,
  { style, voice, t }: RetriesPen,
): EChartsCoreOption {
  const colour = style.colour('ok');
  const { min, max } = shareRange(rates);
  const opacity = (index: number): number => (isSelected(rates[index]?.attempt ?? 0) ? 1 : PALE);
  return {
    grid: { top: 22, right: 8 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (item: unknown) => {
        const one = rates[dataIndexOf(item)];
        if (one === undefined) return '';
        return tooltip(`${t('attempt')} ${sizeText(one.attempt)}`, [
          { colour, label: t('acceptance'), value: rateText(one.rate.rate, voice) },
          { label: '95 %', value: intervalText(one.rate, voice) },
          { label: t('accepted'), value: voice.number(one.rate.k) },
          { label: 'n', value: voice.number(one.rate.n) },
        ]);
      },
    },
    xAxis: { type: 'category', data: rates.map(({ attempt }) => sizeText(attempt)), axisLabel: { interval: 0 } },
    yAxis: {
      type: 'value',
      min,
      max,
      splitNumber: 4,
      axisLabel: { formatter: (share: number) => voice.percent(share, 0) },
    },
    series: [
      {
        type: 'line',
        name: t('acceptance'),
        color: colour,
        clip: true,
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { width: 1.5, opacity: 0.5 },
        z: 3,
        data: rates.map(({ rate }, index) => ({ value: rate.rate, itemStyle: { opacity: opacity(index) } })),
      },
      {
        type: 'custom',
        name: '95 %',
        silent: true,
        z: 2,
        data: rates.map(({ rate }, index) => [index, Math.max(min, rate.low ?? 0), Math.min(max, rate.high ?? 1)]),
        encode: { x: 0, y: [1, 2] },
        renderItem: (
          params: { readonly dataIndex: number },
          api: {
            readonly value: (dimension: number) => number;
            readonly coord: (point: readonly [number, number]) => readonly [number, number];
          },
        ) => {
          const [x, low] = api.coord([api.value(0), api.value(1)]);
          const [, high] = api.coord([api.value(0), api.value(2)]);
          const line = (x1: number, y1: number, x2: number, y2: number): Record<string, unknown> => ({
            type: 'line',
            shape: { x1, y1, x2, y2 },
            style: { stroke: colour, lineWidth: 1.5, opacity: opacity(params.dataIndex) },
          });
          return {
            type: 'group',
            children: [
              line(x, low, x, high),
              line(x - CAP, low, x + CAP, low),
              line(x - CAP, high, x + CAP, high),
              {
                type: 'text',
                style: {
                  text: voice.number((rates[params.dataIndex]?.rate.rate ?? 0) * 100),
                  x,
                  y: high - 4,
                  align: 'center',
                  verticalAlign: 'bottom',
                  fontSize: 10,
                  fill: style.colour('text-muted'),
                },
              },
            ],
          };
        },
      },
    ],
  };
}

/** Dots need no zero: the axis holds the intervals of what is known well, in whole tenths. */
function shareRange(rates: readonly AttemptRate[]): { readonly min: number; readonly max: number } {
  const known = rates.filter(({ rate: { n } }) => n >= LEAST_FOR_FINDING);
  const [low, high] = [
    Math.min(1, ...known.map(({ rate }) => rate.low ?? 0)),
    Math.max(0, ...known.map(({ rate }) => rate.high ?? 1)),
  ];
  if (low > high) return { min: 0, max: 1 };
  return { min: Math.max(0, Math.floor((low - 0.05) * 10) / 10), max: Math.min(1, Math.ceil((high + 0.05) * 10) / 10) };
}

export function attemptsTable(rates: readonly AttemptRate[], { t }: RetriesPen): ChartTable {
  return {
    columns: [
      { name: 'attempt', label: t('attempt') },
      { name: 'share', label: t('acceptance'), unit: '%', align: 'right' },
      { name: 'low', label: t('low'), unit: '%', align: 'right' },
      { name: 'high', label: t('high'), unit: '%', align: 'right' },
      { name: 'accepted', label: t('accepted'), align: 'right' },
      { name: 'n', label: 'n', align: 'right' },
    ],
    rows: rates.map(({ attempt, rate: { rate, low, high, k, n } }) => [sizeText(attempt), rate, low, high, k, n]),
  };
}
