import type { QueryAnswer } from '../shared/contract/calls.ts';
import { blockRows, type BlockCell } from '../shared/row-block-cells.ts';
import { printable } from '../shared/text/text-table.ts';
import { tableWidth, textTable } from './text-table.ts';

type Cell = BlockCell;

/** An answer by row, as it is printed. */
export interface QueryTable {
  readonly columns: QueryAnswer['columns'];
  readonly rows: readonly (readonly Cell[])[];
  readonly truncated: boolean;
  readonly milliseconds: number;
}

export function queryTable({ columns, block, truncated, milliseconds }: QueryAnswer): QueryTable {
  return { columns, rows: blockRows(block), truncated, milliseconds };
}

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL\b.*)$/;
const LINE_BREAK = /\r?\n/;

/** Several lines of a cell stay lines; what a terminal would act on does not reach it. */
const shownCell = (cell: Cell): string =>
  cell === null ? '' : String(cell).split(LINE_BREAK).map(printable).join('\n');

/**
 * An answer for a person: a table, or a block of lines for every row where a cell holds several lines or the table
 * would be wider than the terminal. `width` is `null` where there is no terminal.
 */
export function queryText({ columns, rows }: QueryTable, width: number | null): string {
  const names = columns.map(({ name }) => printable(name));
  if (names.join() === 'explain_key,explain_value') return rows.map(([, plan]) => shownCell(plan ?? null)).join('\n');
  const cells = rows.map((row) => row.map(shownCell));
  const isTable = !cells.some((row) => row.some((cell) => cell.includes('\n')));
  if (isTable && (width === null || rows.length === 0 || tableWidth(names, cells) <= width)) {
    const numeric = columns.map(({ type }) => NUMERIC.test(type));
    return textTable(names, cells, numeric);
  }
  return cells.map((row, index) => rowBlock(names, row, index)).join('\n');
}

function rowBlock(names: readonly string[], row: readonly string[], index: number): string {
  const width = names.reduce((widest, name) => Math.max(widest, name.length), 0);
  const lines = names.map((name, column) => {
    const cell = row[column] ?? '';
    return cell.includes('\n') ? `${name}\n${cell}` : `${name.padEnd(width)}  ${cell}`.trimEnd();
  });
  return [`-- row ${index + 1} --`, ...lines, ''].join('\n');
}

const ROWS_PER_PORTION = 1000;

/** The answer as CSV, in portions: one text of all rows may be longer than a text can be. */
export function* queryCsv({ columns, rows }: QueryTable): Generator<string> {
  yield csvLine(columns.map(({ name }) => name));
  for (let from = 0; from < rows.length; from += ROWS_PER_PORTION) {
    yield rows
      .slice(from, from + ROWS_PER_PORTION)
      .map(csvLine)
      .join('');
  }
}

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
