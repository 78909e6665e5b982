import type { NumberFormat } from '../describe/number-format.ts';
import type { Report, Section } from '../structure/report-structure.ts';
import { blockMarkup } from './block-markup.ts';
import { escapeHtml } from './escape-html.ts';
import { each, factList, isolated, ledgerLine } from './html-parts.ts';
import { reportStyle } from './report-style.ts';

/** Nothing may be fetched, run or submitted, whatever a value of the data contains. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

function contents(sections: readonly Section[]): string {
  const entry = ({ id, title, parts }: Section): string =>
    `<li><a href="#${id}">${escapeHtml(title)}</a>${parts.length === 0 ? '' : `<ol>${each(parts, entry)}</ol>`}</li>`;
  return `<ol>${each(sections, entry)}</ol>`;
}

const leadMarkup = ({ lead }: Section): string => (lead === null ? '' : `<p class="lead">${escapeHtml(lead)}</p>`);

function sectionMarkup(report: Report, format: NumberFormat, section: Section): string {
  const blocks = each(section.blocks, (block) => blockMarkup(block, report.labels, format));
  const parts = each(
    section.parts,
    (part) =>
      `<section id="${part.id}" class="part"><h3>${escapeHtml(part.title)}</h3>${leadMarkup(part)}${each(part.blocks, (block) => blockMarkup(block, report.labels, format))}</section>`,
  );
  return `<section id="${section.id}"><h2>${escapeHtml(section.title)}</h2>${leadMarkup(section)}
${blocks}${parts}</section>
`;
}

/** The report as one HTML page that needs nothing but itself. */
export function reportPage(report: Report, format: NumberFormat): string {
  const { labels } = report;
  return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${escapeHtml(`${report.title} · ${report.eyebrow}`)}</title>
<style>${reportStyle()}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(labels.skipToContent)}</a>
<nav aria-label="${escapeHtml(labels.contents)}"><p>${escapeHtml(labels.contents)}</p>${contents(report.sections)}</nav>
<main id="content">
<header><p class="eyebrow">${escapeHtml(report.eyebrow)}</p><h1>${isolated(report.title)}</h1><p class="subtitle">${escapeHtml(report.subtitle)}</p>${report.ledger === null ? '' : ledgerLine(report.ledger)}${factList(report.facts)}</header>
${each(report.sections, (section) => sectionMarkup(report, format, section))}
<footer>${each(report.footer, (line) => `<p>${escapeHtml(line)}</p>`)}</footer>
</main>
</body>
</html>
`;
}
