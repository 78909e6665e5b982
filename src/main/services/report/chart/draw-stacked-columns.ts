import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { NumberFormat } from '../describe/number-format.ts';
import type { PictureOf } from '../structure/chart-picture.ts';
import { columnAxis, frame, textWidth, valueAxis, type Drawing } from './chart-parts.ts';

const HEIGHT = 300;

/** Columns stacked in the order of their series, the first one at the bottom. */
export function drawStackedColumns(
  picture: PictureOf<'stacked-columns'>,
  width: number,
  format: NumberFormat,
): Drawing {
  const totals = picture.categories.map((_, index) =>
    picture.series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
  );
  const left = textWidth([format.count(Math.max(0, ...totals))]) + 22;
  const top = picture.totals === undefined ? 14 : 30;
  const bars = picture.series.map(({ colour, values }) => ({
    type: 'bar',
    stack: 'all',
    silent: true,
    barCategoryGap: '22%',
    barMaxWidth: 44,
    // A bar of nothing would still draw its edge over the axis.
    data: values.map((value) => (value === 0 ? '-' : value)),
    itemStyle: {
      color: colourOf(colour),
      borderColor: colourOf('surface'),
      borderWidth: picture.series.length > 1 ? 0.6 : 0,
    },
  }));
  const above = {
    type: 'scatter',
    silent: true,
    symbolSize: 0.01,
    itemStyle: { color: 'transparent' },
    data: totals,
    label: {
      show: true,
      position: 'top',
      distance: 4,
      color: colourOf('text-muted'),
      fontSize: 12,
      opacity: 1,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => picture.totals?.[dataIndex] ?? '',
    },
  };
  return {
    height: HEIGHT,
    option: {
      ...frame({ left, right: 10, top, bottom: 30 }),
      xAxis: columnAxis(picture.categories, width - left - 10),
      yAxis: valueAxis(format.count, { minInterval: 1, splitNumber: 4 }),
      series: picture.totals === undefined ? bars : [...bars, above],
    },
  };
}
