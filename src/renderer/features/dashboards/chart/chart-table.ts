import type { Format } from '../../../i18n/use-format.ts';

export type ChartCell = string | number | null;

export interface ChartColumn {
  readonly name: string;
  /** Heading, in the window's language. */
  readonly label: string;
  /** `%`: the values are shares 0..1 and are shown as percentages. */
  readonly unit?: string;
  readonly align?: 'left' | 'right';
  /** Decimals to show; 0 unless told, 1 for `%`. */
  readonly digits?: number;
}

/** The data of a chart as a table: what its table view, its CSV, its keyboard and a screen reader go by. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly ChartCell[])[];
}

/** A cell as a reader of the language sees it. */
export function chartCellText(cell: ChartCell, { unit, digits }: ChartColumn, format: Format): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (unit === '%') return format.share(cell, digits ?? 1);
  return format.number(cell, digits ?? 0);
}

/** The heading of a column with its unit. */
export function chartColumnLabel({ label, unit }: ChartColumn): string {
  return unit === undefined || unit === '%' ? label : `${label} (${unit})`;
}

/** A row in words: `convenio_2, acceptance 58.1 %, n 2,310`. The first column names the row. */
export function chartRowWords({ columns, rows }: ChartTable, row: number, format: Format): string {
  const cells = rows[row] ?? [];
  return columns
    .map((column, at) => {
      const text = chartCellText(cells[at] ?? null, column, format);
      return at === 0 ? text : `${chartColumnLabel(column)} ${text}`;
    })
    .join(', ');
}

/** The table as CSV (RFC 4180): decimal points, shares as they are, missing cells empty. */
export function chartCsv({ columns, rows }: ChartTable): string {
  const lines = [columns.map((column) => quoted(chartColumnLabel(column)))];
  for (const row of rows)
    lines.push(row.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(cell))));
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
