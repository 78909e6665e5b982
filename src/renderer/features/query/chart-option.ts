import type { EChartsCoreOption } from 'echarts/core';
import type { BlockCell } from '../../../shared/row-block-cells.ts';
import type { Format } from '../../i18n/use-format.ts';
import type { ChartKind } from './chart-choice.ts';

export interface ChartPoint {
  readonly x: BlockCell;
  readonly y: BlockCell;
}

const SERIES = { bars: 'bar', line: 'line', points: 'scatter' } as const satisfies Record<ChartKind, string>;

/** The chart of points in the page's colours. Texts and times across are categories in the order of the answer. */
export function chartOption(
  kind: ChartKind,
  points: readonly ChartPoint[],
  names: { readonly x: string; readonly y: string },
  xIsNumber: boolean,
  format: Format,
  style: CSSStyleDeclaration,
): EChartsCoreOption {
  const colour = (token: string): string => style.getPropertyValue(`--vs-${token}`).trim();
  const measured = xIsNumber && kind !== 'bars';
  const text = { color: colour('text-muted'), fontSize: 11 };
  const label = {
    ...text,
    formatter: (value: unknown) => (typeof value === 'number' ? format.number(value, 3) : String(value)),
  };
  const line = { lineStyle: { color: colour('axis') } };
  return {
    animation: false,
    color: [colour('accent')],
    grid: { left: 12, right: 24, top: 28, bottom: 34, containLabel: true },
    tooltip: {
      trigger: kind === 'points' ? 'item' : 'axis',
      backgroundColor: colour('surface'),
      borderColor: colour('border'),
      textStyle: { color: colour('text'), fontSize: 12 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format.number(value, 4) : String(value)),
    },
    xAxis: {
      type: measured ? 'value' : 'category',
      name: names.x,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: text,
      axisLabel: measured ? label : text,
      axisLine: line,
      scale: true,
      splitLine: { show: false },
      ...(measured ? {} : { data: points.map(({ x }) => (x === null ? '–' : String(x))) }),
    },
    yAxis: {
      type: 'value',
      name: names.y,
      nameTextStyle: { ...text, align: 'left' },
      axisLabel: label,
      scale: kind !== 'bars',
      splitLine: { lineStyle: { color: colour('grid') } },
    },
    series: [
      {
        name: names.y,
        type: SERIES[kind],
        data: points.map(({ x, y }) => (measured ? [x, y] : y)),
        symbolSize: kind === 'points' ? 5 : 4,
        showSymbol: points.length <= 60,
        sampling: 'lttb',
        itemStyle: { opacity: kind === 'points' ? 0.6 : 1 },
      },
    ],
  };
}
