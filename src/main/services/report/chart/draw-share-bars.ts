import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { NumberFormat } from '../describe/number-format.ts';
import type { PictureOf } from '../structure/chart-picture.ts';
import { frame, rowAxis, rowLabel, textAxis, textWidth, valueAxis, type Drawing } from './chart-parts.ts';

const ROW_HEIGHT = 27;

/** Bars of equal length divided into shares, so that a rare answer can be read as well as a frequent one. */
export function drawShareBars(
  { rows, colours }: PictureOf<'share-bars'>,
  _width: number,
  format: NumberFormat,
): Drawing {
  const grid = {
    left: textWidth(rows.map((row) => rowLabel(row.label))) + 18,
    right: textWidth(rows.map((row) => row.text)) + 18,
    top: 4,
    bottom: 30,
  };
  return {
    height: rows.length * ROW_HEIGHT + grid.top + grid.bottom,
    option: {
      ...frame(grid),
      xAxis: valueAxis((share) => format.percent(share).replace(/[.,]0/, ''), { min: 0, max: 1, interval: 0.25 }),
      yAxis: [rowAxis(rows.map((row) => row.label)), textAxis(rows.map((row) => row.text))],
      series: [
        ...colours.map((colour, index) => ({
          type: 'bar',
          stack: 'all',
          silent: true,
          barWidth: 16,
          data: rows.map(({ shares }) => shares[index] || '-'),
          itemStyle: { color: colourOf(colour), borderColor: colourOf('surface'), borderWidth: 0.8 },
        })),
        { type: 'scatter', yAxisIndex: 1, data: [] },
      ],
    },
  };
}
