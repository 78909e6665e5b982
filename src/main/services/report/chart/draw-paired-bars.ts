import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { NumberFormat } from '../describe/number-format.ts';
import type { PictureOf } from '../structure/chart-picture.ts';
import { frame, rowAxis, rowLabel, textWidth, valueAxis, type Drawing } from './chart-parts.ts';

const ROW_HEIGHT = 42;

/** Two bars a row, each with its value in words at its end. */
export function drawPairedBars({ rows }: PictureOf<'paired-bars'>, _width: number, format: NumberFormat): Drawing {
  const texts = rows.flatMap(({ strong, pale }) => [strong.text, pale?.text ?? '']);
  const grid = {
    left: textWidth(rows.map((row) => rowLabel(row.label))) + 18,
    right: textWidth(texts) + 12,
    top: 4,
    bottom: 30,
  };
  const bar = (which: 'strong' | 'pale'): object => ({
    type: 'bar',
    silent: true,
    barWidth: 13,
    barGap: '15%',
    data: rows.map((row) => ({
      value: row[which]?.value ?? null,
      itemStyle: { color: colourOf(row.colour), opacity: which === 'strong' ? 1 : 0.4 },
      label: {
        show: row[which] !== null,
        position: (row[which]?.value ?? 0) < 0 ? 'left' : 'right',
        color: colourOf(which === 'strong' ? 'text' : 'text-muted'),
        fontSize: 12,
        opacity: 1,
        formatter: () => row[which]?.text ?? '',
      },
    })),
  });
  return {
    height: rows.length * ROW_HEIGHT + grid.top + grid.bottom,
    option: {
      ...frame(grid),
      xAxis: valueAxis(format.count),
      yAxis: rowAxis(rows.map((row) => row.label)),
      series: [bar('strong'), bar('pale')],
    },
  };
}
