import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { NumberFormat } from '../describe/number-format.ts';
import type { ChartPicture } from '../structure/chart-picture.ts';
import type { Drawing } from './chart-parts.ts';
import { drawHeatGrid } from './draw-heat-grid.ts';
import { drawIntervals } from './draw-intervals.ts';
import { drawLollipops } from './draw-lollipops.ts';
import { drawPairedBars } from './draw-paired-bars.ts';
import { drawPercentiles } from './draw-percentiles.ts';
import { drawShareBars } from './draw-share-bars.ts';
import { drawStackedColumns } from './draw-stacked-columns.ts';

use([BarChart, CustomChart, ScatterChart, GridComponent, MarkLineComponent, SVGRenderer]);

function drawingOf(picture: ChartPicture, width: number, format: NumberFormat): Drawing {
  switch (picture.kind) {
    case 'stacked-columns':
      return drawStackedColumns(picture, width, format);
    case 'lollipops':
      return drawLollipops(picture, width, format);
    case 'intervals':
      return drawIntervals(picture, width, format);
    case 'paired-bars':
      return drawPairedBars(picture, width, format);
    case 'percentiles':
      return drawPercentiles(picture, width, format);
    case 'share-bars':
      return drawShareBars(picture, width, format);
    case 'heat-grid':
      return drawHeatGrid(picture, width);
    default:
      return assertNever(picture);
  }
}

/**
 * The picture as one `<svg>` element whose colours are CSS custom properties. Without `dispose` a chart keeps the process
 * alive for ever.
 */
export function drawChart(picture: ChartPicture, width: number, format: NumberFormat): string {
  const { option, height } = drawingOf(picture, width, format);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
