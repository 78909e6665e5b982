import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { NumberFormat } from '../describe/number-format.ts';
import type { Chart, LegendItem, PageLabels } from '../structure/report-structure.ts';
import { chartSvg } from './chart-svg.ts';
import { escapeHtml } from './escape-html.ts';
import { each, isolated, tableMarkup } from './html-parts.ts';

const legendItem = ({ label, colour, mark }: LegendItem): string =>
  `<li><i class="mark ${mark}" style="--mark:${colourOf(colour)}"></i>${isolated(label)}</li>`;

/** A chart with its finding as title, its legend in text, and its data as a table that opens without a program. */
export function chartFigure(chart: Chart, labels: PageLabels, format: NumberFormat): string {
  const legend = chart.legend.length === 0 ? '' : `<ul class="legend">${each(chart.legend, legendItem)}</ul>`;
  const notes = each(chart.notes, (note) => `<p class="note">${escapeHtml(note)}</p>`);
  return `<figure id="${chart.id}" class="chart ${chart.width}">
<figcaption><h3>${escapeHtml(chart.title)}</h3><p>${escapeHtml(chart.caption)}</p></figcaption>
${legend}${chartSvg(chart, format)}${notes}
<details><summary>${escapeHtml(labels.dataTable)}</summary>${tableMarkup(chart.table, chart.title)}</details>
</figure>`;
}
