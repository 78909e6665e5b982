import { DUCKDB } from '../../../etl/sql/dialects.ts';
import type { ProfiledColumn } from './profiled-column.ts';

/** Beyond this, cubes overflow: such a value is counted as infinite. */
const LARGEST_MEASURED = 1e75;

/** The relation with the columns that a statement is about. */
export const SOURCE = 'profiled';

/** A placeholder for `String(number)`: the driver binds a whole number as a 64-bit integer and refuses larger ones. */
export const DOUBLE = 'CAST(? AS DOUBLE)';

/** The column's value, missing where its sentinel says so. */
export function present(column: ProfiledColumn): string {
  const name = DUCKDB.identifier(column.name);
  return column.sentinel === null ? name : `NULLIF(${name}, ${DUCKDB.real(column.sentinel)})`;
}

/** Whether a value enters moments and percentiles: neither missing nor infinite. (To the engine, NaN is greater than any number.) */
export function isMeasured(value: string): string {
  return `${value} BETWEEN -${LARGEST_MEASURED} AND ${LARGEST_MEASURED}`;
}

/** A query of the column's measured values as `value`. */
export function measuredValues(column: ProfiledColumn): string {
  const name = DUCKDB.identifier(column.name);
  const noSentinel = column.sentinel === null ? '' : ` AND ${name} <> ${DUCKDB.real(column.sentinel)}`;
  return `SELECT CAST(${name} AS DOUBLE) AS value FROM ${SOURCE} WHERE ${isMeasured(name)}${noSentinel}`;
}
