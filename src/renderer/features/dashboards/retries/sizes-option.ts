import type { EChartsCoreOption } from 'echarts/core';
import { OPEN_SIZE, type SizeCount } from '../../../../shared/dashboards/retries-answers.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { PALE } from '../chart/chart-style.ts';
import { dataIndexOf } from '../times/chart-parts.ts';
import type { RetriesPen } from './retries-pen.ts';

/** `1` to `9`, `10+`. */
export const sizeText = (size: number): string => (size >= OPEN_SIZE ? `${size}+` : String(size));

/** Smaller shares stand too near to each other for figures: the table and the tooltip have them. */
const LEAST_LABELLED = 0.025;

/** A bar for every number of attempts, parted by how the processes ended, under its share. */
export function sizesOption(
  sizes: readonly SizeCount[],
  isSelected: (size: number) => boolean,
  { style, voice, t }: RetriesPen,
): EChartsCoreOption {
  const all = sizes.reduce((sum, { n }) => sum + n, 0);
  const part = (
    name: string,
    colour: 'ok' | 'error',
    value: (size: SizeCount) => number,
    label: object,
  ): Record<string, unknown> => ({
    type: 'bar',
    name,
    stack: 'sizes',
    barWidth: '72%',
    color: style.colour(colour),
    data: sizes.map((size) => ({ value: value(size), itemStyle: { opacity: isSelected(size.size) ? 1 : PALE } })),
    ...label,
  });
  const labels = {
    label: {
      show: true,
      position: 'top',
      distance: 3,
      fontSize: 10,
      color: style.colour('text-muted'),
      textBorderColor: style.colour('surface'),
      textBorderWidth: 2,
      formatter: (item: unknown) => {
        const share = (sizes[dataIndexOf(item)]?.n ?? 0) / Math.max(1, all);
        return share < LEAST_LABELLED ? '' : voice.percent(share, 0).replace(' ', '\u202f');
      },
    },
    labelLayout: { hideOverlap: true },
  };
  return {
    grid: { top: 38, right: 4 },
    legend: { data: [t('endedAccepted'), t('endedRefused')], selectedMode: false },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (item: unknown) => {
        const size = sizes[dataIndexOf(item)];
        if (size === undefined) return '';
        return tooltip(`${t('attempts')}: ${sizeText(size.size)}`, [
          { label: t('processes'), value: voice.number(size.n) },
          { label: t('share'), value: voice.percent(size.n / Math.max(1, all), 2) },
          { colour: style.colour('ok'), label: t('endedAccepted'), value: voice.number(size.accepted) },
          { colour: style.colour('error'), label: t('endedRefused'), value: voice.number(size.n - size.accepted) },
        ]);
      },
    },
    xAxis: { type: 'category', data: sizes.map(({ size }) => sizeText(size)), axisLabel: { interval: 0 } },
    yAxis: { type: 'value', splitNumber: 4, axisLabel: { formatter: (n: number) => voice.number(n) } },
    series: [
      part(t('endedAccepted'), 'ok', ({ accepted }) => accepted, {}),
      part(t('endedRefused'), 'error', ({ n, accepted }) => n - accepted, labels),
    ],
  };
}

export function sizesTable(sizes: readonly SizeCount[], { t }: RetriesPen): ChartTable {
  const all = sizes.reduce((sum, { n }) => sum + n, 0);
  return {
    columns: [
      { name: 'attempts', label: t('attempts') },
      { name: 'processes', label: t('processes'), align: 'right' },
      { name: 'share', label: t('share'), unit: '%', align: 'right' },
      { name: 'accepted', label: t('endedAccepted'), align: 'right' },
      { name: 'refused', label: t('endedRefused'), align: 'right' },
    ],
    rows: all === 0 ? [] : sizes.map(({ size, n, accepted }) => [sizeText(size), n, n / all, accepted, n - accepted]),
  };
}
