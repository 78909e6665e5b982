import type { DataTable, Fact, LedgerEquation } from '../structure/report-structure.ts';
import { escapeHtml } from './escape-html.ts';

/** Markup for every item, one after the other. */
export function each<T>(items: readonly T[], markup: (item: T, index: number) => string): string {
  return items.map(markup).join('');
}

/** `bdi`, because a value may be written from right to left. */
export const isolated = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;

export function factList(facts: readonly Fact[]): string {
  const fact = ({ label, value, code }: Fact): string =>
    `<div><dt>${escapeHtml(label)}</dt><dd>${code === true ? `<code>${escapeHtml(value)}</code>` : isolated(value)}</dd></div>`;
  return `<dl class="facts">${each(facts, fact)}</dl>`;
}

/** `14,654 rows read = 14,654 loaded + 0 rejected + 0 duplicates`. */
export function ledgerLine({ read, parts }: LedgerEquation): string {
  const term = ({ label, value }: Fact): string =>
    `<span class="term"><b>${escapeHtml(value)}</b> ${escapeHtml(label)}</span>`;
  return `<p class="ledger">${term(read)} <span class="sign">=</span> ${parts.map(term).join(' <span class="sign">+</span> ')}</p>`;
}

const MOST_ROOMY_COLUMNS = 12;

export function tableMarkup({ columns, rows }: DataTable, caption: string): string {
  const align = (numeric: boolean): string => (numeric ? ' class="num"' : '');
  const head = each(columns, ({ label, numeric }) => `<th scope="col"${align(numeric)}>${isolated(label)}</th>`);
  const cell = (text: string, index: number): string =>
    index === 0
      ? `<th scope="row">${isolated(text)}</th>`
      : `<td${align(columns[index]?.numeric ?? false)}>${isolated(text)}</td>`;
  const body = each(rows, (row) => `<tr>${each(row, cell)}</tr>`);
  const dense = columns.length > MOST_ROOMY_COLUMNS ? ' class="dense"' : '';
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table${dense}><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
