import { STAGING_COLUMNS } from '../../model/staging-columns.ts';
import type { Cell } from '../measures/row.ts';

/** The names of the staging columns, as the first line of the published CSV. */
export const CSV_HEADER = STAGING_COLUMNS.map(({ name }) => name).join(',');

/** A row as a line of CSV, without its end. No value of a sample needs quotes; a missing one is empty. */
export function csvLine(cells: readonly Cell[]): string {
  let line = '';
  for (const cell of cells) line += cell === null ? ',' : `,${cell}`;
  return line.slice(1);
}
