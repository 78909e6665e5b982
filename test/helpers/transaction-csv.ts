import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';

/** The cells of one row by column name; a column left out is an empty cell. */
export type CsvCells = Readonly<Record<string, string>>;

export const COLUMN_NAMES: readonly string[] = STAGING_COLUMNS.map(({ name }) => name);
export const REQUIRED_NAMES: readonly string[] = STAGING_COLUMNS.filter(({ presence }) => presence === 'required').map(
  ({ name }) => name,
);

const PLAIN_CELL = {
  text: 'text',
  integer: '640',
  score: '4.25',
  probability: '0.5',
  duration: '12.5',
  timestamp: '',
  boolean: '',
} as const;
const PLAIN: CsvCells = Object.fromEntries(STAGING_COLUMNS.map(({ name, kind }) => [name, PLAIN_CELL[kind]]));

/** A whole transaction that gives rise to no finding. Its key follows from `index`, and three in a row share a process. */
export function transaction(index: number, changes: CsvCells = {}): CsvCells {
  const minute = String(Math.floor(index / 60) % 60).padStart(2, '0');
  const second = String(index % 60).padStart(2, '0');
  const hour = String(Math.floor(index / 3600) % 24).padStart(2, '0');
  return {
    ...PLAIN,
    file_token: `tok-${index}`,
    summary_code: '1400',
    summary_status: 'ok',
    summary_desc: 'antispoofing OK',
    http_code: '200',
    total_time_ms: '500',
    date: `2025-01-08T${hour}:${minute}:${second}.000001-05:00`,
    procesoConvenioGuid: `process_${Math.floor(index / 3)}`,
    convenio: 'client_1',
    documento: `person_${Math.floor(index / 6)}`,
    ...changes,
  };
}

export function transactions(count: number, from = 0): readonly CsvCells[] {
  return Array.from({ length: count }, (_, index) => transaction(from + index));
}

export interface CsvShape {
  readonly columns?: readonly string[];
  /** How the columns are named in the header, where not by their names. */
  readonly header?: readonly string[];
  readonly delimiter?: string;
  readonly lineEnd?: string;
  readonly finalLineEnd?: boolean;
}

/** A cell as CSV: quoted where it has to be. */
export function csvCell(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows as CSV with a header. */
export function csvText(rows: readonly CsvCells[], shape: CsvShape = {}): string {
  const { columns = COLUMN_NAMES, header = columns, delimiter = ',', lineEnd = '\n', finalLineEnd = true } = shape;
  const lines = [header, ...rows.map((row) => columns.map((name) => row[name] ?? ''))];
  return (
    lines.map((cells) => cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)).join(lineEnd) +
    (finalLineEnd ? lineEnd : '')
  );
}
