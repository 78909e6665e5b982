import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { PictureOf } from '../structure/chart-picture.ts';
import { columnAxis, frame, rowAxis, rowLabel, textWidth, type Drawing } from './chart-parts.ts';

const ROW_HEIGHT = 32;

/** A cell for each row and column, coloured by its class. */
export function drawHeatGrid({ rows, columns, steps }: PictureOf<'heat-grid'>, width: number): Drawing {
  const grid = { left: textWidth(rows.map((row) => rowLabel(row.label))) + 18, right: 10, top: 4, bottom: 30 };
  const none = { axisLine: { show: false } };
  return {
    height: rows.length * ROW_HEIGHT + grid.top + grid.bottom,
    option: {
      ...frame(grid),
      xAxis: columnAxis(columns, width - grid.left - grid.right, none),
      yAxis: rowAxis(rows.map((row) => row.label)),
      series: [
        {
          type: 'custom',
          silent: true,
          data: rows.flatMap(({ classes }, row) => classes.map((step, column) => [column, row, step])),
          renderItem: (
            _params: unknown,
            api: {
              value(dimension: number): number;
              coord(point: readonly number[]): readonly number[];
              size(extent: readonly number[]): readonly number[];
            },
          ) => {
            const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
            const [w = 0, h = 0] = api.size([1, 1]);
            const style = { fill: colourOf(steps[api.value(2)] ?? 'heat-0') };
            return {
              type: 'rect',
              shape: { x: x - w / 2 + 1, y: y - h / 2 + 1, width: w - 2, height: h - 2, r: 3 },
              style,
            };
          },
        },
      ],
    },
  };
}
