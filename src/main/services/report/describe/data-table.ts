import type { DataTable } from '../structure/report-structure.ts';

/** A table whose first columns hold names and whose others hold numbers. */
export function dataTable(
  names: readonly string[],
  numbers: readonly string[],
  rows: readonly (readonly string[])[],
): DataTable {
  const column = (numeric: boolean) => (label: string) => ({ label, numeric });
  return { columns: [...names.map(column(false)), ...numbers.map(column(true))], rows };
}
