import type { Scope } from '../contract/aggregate.ts';
import type { RowSelection } from '../contract/row-selection.ts';
import type { DashboardPageName } from '../dashboards/declared-query.ts';
import type { FigureCell, FigureColumn, FigureTable, FigureUnit } from '../dashboards/pages/figure-table.ts';
import type { PageFigures } from '../dashboards/pages/page-subject.ts';
import type { Language, LocalizedText } from '../language.ts';
import { numberText, type NumberText } from './number-text.ts';
import { selectionPhrases } from './selection-words.ts';
import { LINE_WIDTH, left, printable, right, tableLines, wrapped, type TextTable } from './text-table.ts';

/** What the text of a page is about. */
export interface TextOfPage {
  readonly page: DashboardPageName;
  readonly scope: Scope;
  readonly selection: RowSelection;
  /** Transactions selected, of those in the scope. */
  readonly rows: number;
  readonly ofRows: number;
  readonly figures: PageFigures;
}

const PAGE_WORDS: Readonly<Record<DashboardPageName, LocalizedText>> = {
  clients: { en: 'Clients', es: 'Clientes' },
  times: { en: 'Microservice times', es: 'Tiempos de microservicios' },
  retries: { en: 'Retries', es: 'Reintentos' },
  quality: { en: 'PAD and quality', es: 'PAD y calidad' },
};
const SCOPE_WORDS: Readonly<Record<Scope, LocalizedText>> = {
  all: { en: 'all transactions', es: 'todas las transacciones' },
  'without-retries': { en: 'without retries', es: 'sin reintentos' },
  'first-attempts': { en: 'first attempts', es: 'primeros intentos' },
};
const WORDS = {
  en: {
    rows: (rows: string, all: string) => `${rows} of ${all} transactions`,
    empty: 'No transaction matches.',
    findings: 'Findings',
    nothing: '(nothing)',
    none: '(none)',
    yes: 'yes',
    no: 'no',
  },
  es: {
    rows: (rows: string, all: string) => `${rows} de ${all} transacciones`,
    empty: 'Ninguna transacción coincide.',
    findings: 'Hallazgos',
    nothing: '(nada)',
    none: '(ninguno)',
    yes: 'sí',
    no: 'no',
  },
} as const;

/** A page of the dashboards as text for a terminal: what is selected, its findings, then one table for each chart. */
export function pageText({ page, scope, selection, rows, ofRows, figures }: TextOfPage, language: Language): string {
  const words = WORDS[language];
  const numbers = numberText(language);
  const selected = selectionPhrases(selection, language).map(printable);
  const heading = [
    ...wrapped([PAGE_WORDS[page][language], SCOPE_WORDS[scope][language], ...selected].join(' · ')),
    words.rows(numbers.count(rows), numbers.count(ofRows)),
  ];
  if (rows === 0) return [...heading, '', words.empty, ''].join('\n');
  const findings = figures.findings.flatMap((finding) => indented(printable(finding)));
  const blocks = [
    heading,
    ...(findings.length === 0 ? [] : [[words.findings.toUpperCase(), ...findings]]),
    ...figures.tables.flatMap((table) => textTables(table, language).map(tableLines)),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** Under a dash, in lines of the width of a terminal. */
function indented(sentence: string): readonly string[] {
  return wrapped(`– ${sentence}`).map((line, at) => (at === 0 ? line : `  ${line}`));
}

const UNIT_TEXTS: Readonly<Partial<Record<FigureUnit, string>>> = { ms: 'ms', s: 's' };

/** As text, in several tables of a few columns each where one would be wider than a line. */
function textTables(table: FigureTable, language: Language): readonly TextTable[] {
  const words = WORDS[language];
  const numbers = numberText(language);
  const score = new Intl.NumberFormat(language, { maximumFractionDigits: 3, useGrouping: 'always' });
  const isWhole = table.columns.map((_, at) => table.rows.every((row) => Number.isInteger(row[at] ?? 0)));
  const cells = table.rows.map((row) =>
    table.columns.map((column, at) =>
      cellText(row[at] ?? null, column, { numbers, score, words, isWhole: isWhole[at] === true }),
    ),
  );
  const isTimes = table.columns.every(({ unit }) => unit === 'name' || unit === 'count' || unit === 'ms');
  const headings = table.columns.map(({ label, unit }) => {
    const text = UNIT_TEXTS[unit];
    // Where everything is a time, the note of the table says so.
    return text === undefined || isTimes ? printable(label) : `${printable(label)} (${text})`;
  });
  const note = table.rows.length === 0 ? words.nothing : table.note;
  return portions(headings, cells).map((places, at) => ({
    title: table.title,
    ...(note === null || at > 0 ? {} : { note }),
    columns: places.map((place) => (table.columns[place]?.unit === 'name' ? left : right)(headings[place] ?? '')),
    rows: cells.map((row) => places.map((place) => row[place] ?? '')),
  }));
}

const GAP = 2;

/** Which columns stand side by side: as many as a line has room for, each time after the first one. */
function portions(headings: readonly string[], cells: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const widths = headings.map((heading, at) =>
    cells.reduce((most, row) => Math.max(most, Array.from(row[at] ?? '').length), Array.from(heading).length),
  );
  const [first = 0, ...rest] = widths;
  const found: number[][] = [[0]];
  let used = first;
  for (const [index, width] of rest.entries()) {
    const portion = found.at(-1) ?? [];
    if (portion.length > 1 && used + GAP + width > LINE_WIDTH) {
      found.push([0, index + 1]);
      used = first + GAP + width;
    } else {
      portion.push(index + 1);
      used += GAP + width;
    }
  }
  return found;
}

function cellText(
  cell: FigureCell,
  { unit }: FigureColumn,
  {
    numbers,
    score,
    words,
    isWhole,
  }: {
    readonly numbers: NumberText;
    readonly score: Intl.NumberFormat;
    readonly words: (typeof WORDS)[Language];
    /** No number of the column has decimals. */
    readonly isWhole: boolean;
  },
): string {
  if (cell === null) return unit === 'name' ? words.none : '–';
  if (typeof cell === 'boolean') return cell ? words.yes : words.no;
  if (typeof cell === 'string') return printable(cell);
  switch (unit) {
    case 'count':
      return numbers.count(cell);
    case 'share':
      return numbers.percent(cell);
    case 'ms':
    case 'number':
      return isWhole ? numbers.count(cell) : numbers.decimal(cell);
    case 's':
      return numbers.ms(cell);
    case 'score':
      return score.format(cell);
    case 'name':
      return String(cell);
  }
}
