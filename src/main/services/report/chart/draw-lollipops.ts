import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { NumberFormat } from '../describe/number-format.ts';
import type { PictureOf } from '../structure/chart-picture.ts';
import { frame, rowAxis, rowLabel, textAxis, textWidth, valueAxis, type Drawing } from './chart-parts.ts';

const ROW_HEIGHT = 27;

/** A dot a row on a logarithmic axis; a thin stem leads the eye, because the length of a bar means nothing there. */
export function drawLollipops({ rows }: PictureOf<'lollipops'>, _width: number, format: NumberFormat): Drawing {
  const grid = {
    left: textWidth(rows.map((row) => rowLabel(row.label))) + 18,
    right: textWidth(rows.map((row) => row.text)) + 18,
    top: 6,
    bottom: 30,
  };
  return {
    height: rows.length * ROW_HEIGHT + grid.top + grid.bottom,
    option: {
      ...frame(grid),
      xAxis: valueAxis(format.count, {
        type: 'log',
        logBase: 10,
        min: 0.8,
        splitLine: { showMinLine: false, lineStyle: { color: colourOf('grid') } },
        axisLabel: { ...axisLabel(format), showMinLabel: false },
      }),
      yAxis: [rowAxis(rows.map((row) => row.label)), textAxis(rows.map((row) => row.text))],
      series: [
        {
          type: 'bar',
          silent: true,
          barWidth: 2,
          data: rows.map(({ value, colour }) => ({ value, itemStyle: { color: colourOf(colour), opacity: 0.45 } })),
        },
        {
          type: 'scatter',
          silent: true,
          symbolSize: 11,
          data: rows.map(({ value, colour }) => ({ value, itemStyle: { color: colourOf(colour), opacity: 1 } })),
        },
        { type: 'scatter', yAxisIndex: 1, data: [] },
      ],
    },
  };
}

const axisLabel = (format: NumberFormat): object => ({
  color: colourOf('text-muted'),
  fontSize: 12,
  hideOverlap: true,
  formatter: (value: number) => (value < 1 ? '' : format.count(value)),
});
