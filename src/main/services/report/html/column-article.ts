import { assertNever } from '../../../../shared/assert-never.ts';
import type { ColumnBody, ColumnEntry, TopValue } from '../structure/report-structure.ts';
import { cssNumber, escapeHtml } from './escape-html.ts';
import { each, isolated } from './html-parts.ts';
import { tinyHistogram } from './tiny-histogram.ts';

/** Where a column's name may break: after its underscores. */
export const breakable = (name: string): string => escapeHtml(name).replaceAll('_', '_<wbr>');

const topValue = ({ value, share, text }: TopValue): string =>
  `<li><span class="value">${isolated(value)}</span><span class="bar"><i style="width:${cssNumber(share * 100)}%"></i></span><span class="amount">${escapeHtml(text)}</span></li>`;

const noteList = (notes: readonly string[]): string =>
  notes.length === 0 ? '' : `<p class="moments">${each(notes, (note) => `<span>${escapeHtml(note)}</span>`)}</p>`;

function bodyMarkup(body: ColumnBody): string {
  switch (body.kind) {
    case 'number': {
      const { histogram, description, edges, outside, percentiles, moments } = body;
      return `<div class="shape">${tinyHistogram(histogram, description)}<p class="edges"><span>${escapeHtml(edges[0])}</span>${outside === null ? '' : `<span class="outside">${escapeHtml(outside)}</span>`}<span>${escapeHtml(edges[1])}</span></p></div>
<div class="numbers"><dl class="percentiles">${each(percentiles, ({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`)}</dl>${noteList(moments)}</div>`;
    }
    case 'values':
      return `<div class="wide"><ol class="values">${each(body.values, topValue)}</ol>${body.other === null ? '' : `<p class="rest">${escapeHtml(body.other)}</p>`}</div>`;
    case 'notes':
      return `<div class="wide">${each(body.notes, (note) => `<p class="plain">${escapeHtml(note)}</p>`)}</div>`;
    default:
      return assertNever(body);
  }
}

/** One column of the profile. */
export function columnArticle({ name, tags, meaning, counts, missingShare, body }: ColumnEntry): string {
  return `<article class="column" id="column-${escapeHtml(name)}">
<div class="about"><h4><code>${breakable(name)}</code></h4><p class="meaning">${escapeHtml(meaning)}</p><p class="tags">${each(tags, (tag) => `<span>${escapeHtml(tag)}</span>`)}</p></div>
${bodyMarkup(body)}
<p class="counts"><span class="presence"><i style="width:${cssNumber((1 - missingShare) * 100)}%"></i></span>${each(counts, (count) => `<span>${escapeHtml(count)}</span>`)}</p>
</article>`;
}
