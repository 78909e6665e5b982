import { colourOf, type ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { NumberFormat } from '../describe/number-format.ts';
import type { PictureOf } from '../structure/chart-picture.ts';
import { frame, rowAxis, rowLabel, textAxis, textWidth, valueAxis, type Drawing } from './chart-parts.ts';

const ROW_HEIGHT = 30;

/** One line a row from p50 to the last percentile: a dot, a ring and a tick. */
export function drawPercentiles({ rows }: PictureOf<'percentiles'>, _width: number, format: NumberFormat): Drawing {
  const grid = {
    left: textWidth(rows.map((row) => rowLabel(row.label))) + 18,
    right: textWidth(rows.map((row) => row.text)) + 18,
    top: 6,
    bottom: 30,
  };
  const colour = (token: ColourToken): string => colourOf(token);
  const reach = {
    type: 'custom',
    silent: true,
    data: rows.map(({ p50, p95, p99 }, index) => [p50, p99 ?? p95, index]),
    renderItem: (
      _params: unknown,
      api: { value(dimension: number): number; coord(point: readonly number[]): readonly number[] },
    ) => {
      const [x1 = 0, y1 = 0] = api.coord([api.value(0), api.value(2)]);
      const [x2 = 0, y2 = 0] = api.coord([api.value(1), api.value(2)]);
      return {
        type: 'line',
        shape: { x1, y1, x2, y2 },
        style: { fill: 'none', stroke: colour(rows[api.value(2)]?.colour ?? 'other'), lineWidth: 2, opacity: 0.5 },
      };
    },
  };
  const marks = (
    symbol: string,
    size: number | readonly [number, number],
    value: (row: (typeof rows)[number]) => number | null,
    hollow: boolean,
  ): object => ({
    type: 'scatter',
    silent: true,
    symbol,
    symbolSize: size,
    data: rows.map((row) => ({
      value: value(row),
      itemStyle: hollow
        ? { color: colour('surface'), borderColor: colour(row.colour), borderWidth: 2.5, opacity: 1 }
        : { color: colour(row.colour), opacity: 1 },
    })),
  });
  return {
    height: rows.length * ROW_HEIGHT + grid.top + grid.bottom,
    option: {
      ...frame(grid),
      xAxis: valueAxis(format.count, { min: 0 }),
      yAxis: [rowAxis(rows.map((row) => row.label)), textAxis(rows.map((row) => row.text))],
      series: [
        reach,
        marks('circle', 11, (row) => row.p50, false),
        marks('circle', 10, (row) => row.p95, true),
        marks('rect', [3, 14], (row) => row.p99, false),
        { type: 'scatter', yAxisIndex: 1, data: [] },
      ],
    },
  };
}
