import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { generateSample, type SampleOptions } from '../../src/etl/sample/generate-sample.ts';

/** A generated transaction by column name. */
export type SampleRow = Readonly<Record<string, string | number | null>>;

/** All transactions of a sample. */
export function sampleRows(options: SampleOptions): SampleRow[] {
  return Array.from(generateSample(options), ({ cells }) =>
    Object.fromEntries(STAGING_COLUMNS.map(({ name }, index) => [name, cells[index] ?? null])),
  );
}

/** All transactions of a sample as the cells of a CSV. */
export function sampleCells(options: SampleOptions): Readonly<Record<string, string>>[] {
  return sampleRows(options).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)])),
  );
}

/** How many rows have each value of a key. */
export function countBy<Row>(rows: readonly Row[], key: (row: Row) => unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[String(key(row))] = (counts[String(key(row))] ?? 0) + 1;
  return counts;
}

/** The last transaction of every process. */
export function lastAttempts(rows: readonly SampleRow[]): SampleRow[] {
  const last = new Map<unknown, SampleRow>();
  for (const row of rows) {
    const known = last.get(row['procesoConvenioGuid']);
    if (known === undefined || String(row['date']) > String(known['date'])) last.set(row['procesoConvenioGuid'], row);
  }
  return [...last.values()];
}

/** The sum of the given columns, where missing counts as 0. */
export function sumOf(row: SampleRow, columns: readonly string[]): number {
  return columns.reduce((sum, column) => sum + Number(row[column] ?? 0), 0);
}
