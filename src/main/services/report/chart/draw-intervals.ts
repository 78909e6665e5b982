import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { NumberFormat } from '../describe/number-format.ts';
import type { PictureOf } from '../structure/chart-picture.ts';
import { FONT_SIZE, frame, rowAxis, rowLabel, textAxis, textWidth, valueAxis, type Drawing } from './chart-parts.ts';

const ROW_HEIGHT = 30;

/** A dot for each share on a bar for its interval, over the whole axis from 0 to 100 %. */
export function drawIntervals(
  { rows, reference }: PictureOf<'intervals'>,
  width: number,
  format: NumberFormat,
): Drawing {
  const grid = {
    left: textWidth(rows.map((row) => rowLabel(row.label))) + 18,
    right: textWidth(rows.map((row) => row.text)) + 18,
    top: reference === null ? 6 : 26,
    bottom: 30,
  };
  const narrow = width - grid.left - grid.right < 260;
  const interval = {
    type: 'custom',
    silent: true,
    data: rows.map(({ low, high }, index) => [low, high, index]),
    renderItem: (
      _params: unknown,
      api: { value(dimension: number): number; coord(point: readonly number[]): readonly number[] },
    ) => {
      const [x1 = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
      const [x2 = 0] = api.coord([api.value(1), api.value(2)]);
      const style = { fill: colourOf(rows[api.value(2)]?.colour ?? 'other'), opacity: 0.35 };
      return { type: 'rect', shape: { x: x1, y: y - 4, width: Math.max(1, x2 - x1), height: 8, r: 4 }, style };
    },
  };
  const all = {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colourOf('text-muted'), type: [4, 4], width: 1 },
    label: {
      show: true,
      position: 'start',
      color: colourOf('text-muted'),
      fontSize: FONT_SIZE - 1,
      formatter: reference?.text ?? '',
    },
    data: reference === null ? [] : [{ xAxis: reference.rate }],
  };
  return {
    height: rows.length * ROW_HEIGHT + grid.top + grid.bottom,
    option: {
      ...frame(grid),
      xAxis: valueAxis((share) => format.percent(share).replace(/[.,]0/, ''), {
        min: 0,
        max: 1,
        interval: narrow ? 0.5 : 0.25,
      }),
      yAxis: [rowAxis(rows.map((row) => row.label)), textAxis(rows.map((row) => row.text))],
      series: [
        interval,
        {
          type: 'scatter',
          silent: true,
          symbolSize: 10,
          data: rows.map(({ rate, colour }) => ({ value: rate, itemStyle: { color: colourOf(colour), opacity: 1 } })),
          markLine: all,
        },
        { type: 'scatter', yAxisIndex: 1, data: [] },
      ],
    },
  };
}
