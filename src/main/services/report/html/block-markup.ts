import { assertNever } from '../../../../shared/assert-never.ts';
import type { NumberFormat } from '../describe/number-format.ts';
import type { AlertEntry, Block, Card, PageLabels, RunEntry } from '../structure/report-structure.ts';
import { chartFigure } from './chart-figure.ts';
import { breakable, columnArticle } from './column-article.ts';
import { cssNumber, escapeHtml } from './escape-html.ts';
import { each, factList, isolated, ledgerLine } from './html-parts.ts';

function cardMarkup({ label, value, note, interval }: Card): string {
  const bounds =
    interval === null
      ? ''
      : `<span class="interval"><i style="left:${cssNumber(interval.low * 100)}%;width:${cssNumber((interval.high - interval.low) * 100)}%"></i></span><span class="bounds">${escapeHtml(interval.text)}</span>`;
  return `<div class="card"><dt>${escapeHtml(label)}</dt><dd><b>${escapeHtml(value)}</b>${bounds}<span class="n">${escapeHtml(note)}</span></dd></div>`;
}

function runMarkup({ title, summary, open, facts, ledger, lists }: RunEntry): string {
  const list = each(
    lists,
    ({ title: name, items }) =>
      `<h3>${escapeHtml(name)}</h3><ul>${each(items, (item) => `<li>${isolated(item)}</li>`)}</ul>`,
  );
  return `<details class="run"${open ? ' open' : ''}><summary><b>${isolated(title)}</b> <span>${escapeHtml(summary)}</span></summary>${ledgerLine(ledger)}${factList(facts)}${list}</details>`;
}

function alertFinding({ rows, share, detail, reason, columns }: AlertEntry['findings'][number]): string {
  const names = each(columns, (name) => `<a href="#column-${escapeHtml(name)}"><code>${breakable(name)}</code></a> `);
  return `<li><p class="affected">${escapeHtml(rows)}<span class="extent"><i style="width:${cssNumber(share * 100)}%"></i></span></p><p class="names">${names}${detail === null ? '' : isolated(detail)}${reason === null ? '' : `<span class="reason">${isolated(reason)}</span>`}</p></li>`;
}

function alertMarkup({ title, explanation, findings }: AlertEntry): string {
  return `<li class="alert"><div><h3>${escapeHtml(title)}</h3><p>${escapeHtml(explanation)}</p></div><ul>${each(findings, alertFinding)}</ul></li>`;
}

/** The markup of one block of a section. */
export function blockMarkup(block: Block, labels: PageLabels, format: NumberFormat): string {
  switch (block.kind) {
    case 'cards':
      return `<dl class="cards">${each(block.cards, cardMarkup)}</dl>`;
    case 'findings':
      return `<ul class="findings">${each(block.findings, ({ text, target }) => `<li><a href="#${target}">${isolated(text)}</a></li>`)}</ul>`;
    case 'runs':
      return each(block.runs, runMarkup);
    case 'facts':
      return factList(block.facts);
    case 'notes':
      return each(block.notes, (note) => `<p class="note">${escapeHtml(note)}</p>`);
    case 'charts':
      return `<div class="charts">${each(block.charts, (chart) => chartFigure(chart, labels, format))}</div>`;
    case 'alerts':
      return `<ol class="alerts">${each(block.alerts, alertMarkup)}</ol>`;
    case 'columns':
      return each(block.columns, columnArticle);
    default:
      return assertNever(block);
  }
}
