import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, CustomSeriesRenderItemReturn } from 'echarts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Bin } from '../../../../shared/dashboards/times-answers.ts';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { dataIndexOf, numberAxis } from './chart-parts.ts';
import type { TimesPen } from './times-pen.ts';

/** A vertical line with a name. */
export interface SpreadMark {
  readonly name: string;
  readonly at: number | null;
}

export interface SpreadLook {
  readonly colour: (bin: Bin) => ColourToken;
  /** Bins out of the range that is selected are drawn pale. */
  readonly passes: (bin: Bin) => boolean;
  readonly marks: readonly SpreadMark[];
}

/** The outermost bins hold what is beyond them too. */
export function binText(bins: readonly Bin[], index: number, format: TimesPen['format']): string {
  const bin = bins[index];
  if (bin === undefined) return '';
  const [from, to] = [format.number(bin.from), format.number(bin.to)];
  if (index === 0) return `< ${to} ms`;
  return index === bins.length - 1 ? `≥ ${from} ms` : `${from} – ${to} ms`;
}

export function spreadOption(
  bins: readonly Bin[],
  { colour, passes, marks }: SpreadLook,
  { style, format, t }: TimesPen,
): EChartsCoreOption {
  const all = bins.reduce((sum, { n }) => sum + n, 0);
  const looks = bins.map((bin) => ({ color: style.colour(colour(bin)), opacity: passes(bin) ? 1 : 0.28 }));
  return {
    grid: { right: 14, top: 32, bottom: 2 },
    xAxis: {
      ...numberAxis(format),
      min: bins[0]?.from ?? 0,
      max: bins.at(-1)?.to ?? 1,
      splitNumber: 6,
      splitLine: { show: false },
      axisLabel: {
        formatter: (value: number) => format.number(value),
        showMinLabel: false,
        showMaxLabel: false,
        hideOverlap: true,
      },
    },
    yAxis: { ...numberAxis(format), splitNumber: 3 },
    tooltip: {
      trigger: 'item',
      formatter: (item: unknown) => {
        const index = dataIndexOf(item);
        const bin = bins[index];
        return bin === undefined
          ? ''
          : tooltip(binText(bins, index, format), [
              { label: t('transactions'), value: format.number(bin.n) },
              { label: '%', value: all === 0 ? '–' : format.percent(bin.n / all, 2) },
            ]);
      },
    },
    series: [
      {
        type: 'custom',
        encode: { x: [0, 1], y: 2 },
        data: bins.map((bin, index) => ({ value: [bin.from, bin.to, bin.n], itemStyle: looks[index] })),
        renderItem: binDrawer(looks),
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          lineStyle: { color: style.colour('text-muted'), type: [3, 3], width: 1 },
          label: { color: style.colour('text-muted'), fontSize: 11, formatter: '{b}', position: 'end', distance: 3 },
          data: marks.flatMap(({ name, at }, index) =>
            at === null || isBeyond(bins, at)
              ? []
              : [{ name, xAxis: at, ...(isClose(bins, at, marks[index - 1]?.at) ? { label: { distance: 15 } } : {}) }],
          ),
        },
      },
    ],
  };
}

/** Whether the names of two marks would lie upon one another. */
function isClose(bins: readonly Bin[], at: number, before: number | null | undefined): boolean {
  const width = (bins.at(-1)?.to ?? 0) - (bins[0]?.from ?? 0);
  return before != null && Math.abs(at - before) < width * 0.07;
}

function isBeyond(bins: readonly Bin[], at: number): boolean {
  return at < (bins[0]?.from ?? 0) || at > (bins.at(-1)?.to ?? 0);
}

/** Bars as wide as their bins, and unseen ones as high as the chart, so that a low bar is hit as easily. */
function binDrawer(
  looks: readonly { readonly color: string; readonly opacity: number }[],
): (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => CustomSeriesRenderItemReturn {
  return (params, api) => {
    const [left = 0, top = 0] = api.coord([api.value(0), api.value(2)]);
    const [right = 0, foot = 0] = api.coord([api.value(1), 0]);
    const area = params.coordSys as unknown as { readonly y: number; readonly height: number };
    const { color: fill, opacity } = looks[params.dataIndex] ?? { color: 'transparent', opacity: 1 };
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: { x: left, y: area.y, width: right - left, height: area.height },
          style: { fill: 'transparent' },
        },
        {
          type: 'rect',
          shape: { x: left, y: top, width: Math.max(1, right - left - 1), height: foot - top },
          style: { fill, opacity },
        },
      ],
    };
  };
}

export function spreadTable(bins: readonly Bin[], { t }: Pick<TimesPen, 't'>): ChartTable {
  return {
    columns: [
      { name: 'from', label: t('from'), unit: 'ms', align: 'right' },
      { name: 'to', label: t('to'), unit: 'ms', align: 'right' },
      { name: 'n', label: t('transactions'), align: 'right' },
    ],
    rows: bins.map(({ from, to, n }) => [from, to, n]),
  };
}
