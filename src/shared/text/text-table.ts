/** How wide a terminal may be expected to be. */
export const LINE_WIDTH = 100;
const GAP = '  ';
const LEAST_FLEXIBLE = 12;

export interface TextColumn {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

/** A table for a terminal. The first column gives way where the table would be wider than a line. */
export interface TextTable {
  readonly title: string;
  /** What the rows are about: unit, what is counted. */
  readonly note?: string;
  readonly columns: readonly TextColumn[];
  readonly rows: readonly (readonly string[])[];
}

export const left = (heading: string): TextColumn => ({ heading, align: 'left' });
export const right = (heading: string): TextColumn => ({ heading, align: 'right' });

const widthOf = (text: string): number => Array.from(text).length;

/** A value out of the data, safe for a terminal: an escape sequence in it must not run. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\u{FFFD}');
}

function fitted(text: string, width: number): string {
  return widthOf(text) <= width
    ? text
    : `${Array.from(text)
        .slice(0, width - 1)
        .join('')}…`;
}

function padded(text: string, width: number, align: TextColumn['align']): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
}

function columnWidths({ columns, rows }: TextTable): readonly number[] {
  const [first = 0, ...others] = columns.map(({ heading }, index) =>
    Math.max(widthOf(heading), ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const room = LINE_WIDTH - others.reduce((sum, width) => sum + GAP.length + width, 0);
  return [Math.min(first, Math.max(LEAST_FLEXIBLE, room)), ...others];
}

/** The text in lines of at most the width of a terminal, broken between words. */
export function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= LINE_WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The table as lines: title and note, headings, a rule, rows. */
export function tableLines(table: TextTable): readonly string[] {
  const widths = columnWidths(table);
  const line = (cells: readonly string[]): string =>
    table.columns
      .map(({ align }, index) => padded(fitted(cells[index] ?? '', widths[index] ?? 0), widths[index] ?? 0, align))
      .join(GAP)
      .trimEnd();
  return [
    ...wrapped(table.note === undefined ? table.title.toUpperCase() : `${table.title.toUpperCase()} · ${table.note}`),
    line(table.columns.map(({ heading }) => heading)),
    line(table.columns.map(({ heading }, index) => (heading === '' ? '' : '─'.repeat(widths[index] ?? 0)))),
    ...table.rows.map(line),
  ];
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar of `share` (0..1) of `width` characters; at least a hair for what is not nothing. */
export function bar(share: number, width: number): string {
  const eighths = Math.max(share > 0 ? 1 : 0, Math.round(Math.min(1, share) * width * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
