import type { StagingColumn } from '../model/column.ts';
import { STAGING_COLUMNS, stagingColumn } from '../model/staging-columns.ts';
import type { ColumnBinding } from '../sources/column-binding.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { cellSql, type CellSettings } from './cell-sql.ts';
import { epochMicroseconds, zoneAssumed } from './date-sql.ts';

/** The name of a source column's text in the relation that {@link incomingQuery} reads. */
export const sourceColumn = (position: number): string => `c${position}`;

/** A date that no calendar has looks like one until its instant is asked for. */
function stored({ name, kind }: StagingColumn): string {
  const column = DUCKDB.identifier(name);
  return kind === 'timestamp' ? `CASE WHEN x_epoch_us IS NOT NULL THEN ${column} END AS ${column}` : column;
}

/**
 * Turns a relation of texts (`c0`, `c1`, … for every bound column) into typed rows: the 79 staging columns, then
 * `x_epoch_us`, `x_zone_assumed` (the date carried no offset) and `x_texts` (the texts of a row that may hold an
 * unreadable cell, in the binding's order; NULL for a good row). Row order is the relation's.
 */
export function incomingQuery(relation: string, binding: ColumnBinding, settings: CellSettings): string {
  const cells = binding.columns.map(({ position, name }) => {
    const [text, parsed, value] = [sourceColumn(position), `p${position}`, DUCKDB.identifier(name)];
    return { name, text, parsed, value, sql: cellSql(stagingColumn(name), text, parsed, value, settings) };
  });
  const date = cells.find((cell) => stagingColumn(cell.name).kind === 'timestamp');
  if (date === undefined) throw new Error('a binding without a date was let through');
  const absent = STAGING_COLUMNS.filter(({ name }) => binding.absent.includes(name));
  const texts = cells.map((cell) => cell.text).join(', ');
  const values = [
    ...cells.map((cell) => `${cell.sql.value} AS ${cell.value}`),
    ...absent.map(({ name, kind }) => `CAST(NULL AS ${DUCKDB.type(kind)}) AS ${DUCKDB.identifier(name)}`),
  ];
  // Only suspects keep their texts and are looked at twice: telling which cell is bad costs as much as reading the file.
  return `SELECT ${STAGING_COLUMNS.map(stored).join(', ')},
  x_epoch_us, x_zone_assumed, CASE WHEN ${cells.map((cell) => cell.sql.suspect).join(' OR ')} THEN [${texts}] END AS x_texts
FROM (
  SELECT ${texts},
    ${values.join(',\n    ')},
    ${epochMicroseconds(date.parsed)} AS x_epoch_us,
    ${zoneAssumed(date.text)} AS x_zone_assumed
  FROM (SELECT ${texts}, ${cells.map((cell) => `${cell.sql.parsed} AS ${cell.parsed}`).join(',\n    ')} FROM ${relation})
)`;
}

/** Per bound column a condition over stored values and `x_texts`: its cell is unreadable. */
function unreadableCells(
  binding: ColumnBinding,
  settings: CellSettings,
): readonly { readonly name: string; readonly condition: string }[] {
  return binding.columns.flatMap(({ name }, index) => {
    const value = DUCKDB.identifier(name);
    const { unreadable } = cellSql(stagingColumn(name), `x_texts[${index + 1}]`, 'NULL', value, settings);
    return unreadable === 'false' ? [] : [{ name, condition: unreadable }];
  });
}

/**
 * The transactions from `firstId` on that cannot be loaded: `id`, `problem` (name of the first staging column whose cell
 * is unreadable) and `texts` (the row's texts in the binding's order, a missing one NULL).
 */
export function problemsQuery(binding: ColumnBinding, settings: CellSettings, firstId: number): string {
  const branches = unreadableCells(binding, settings).map(
    ({ name, condition }) => `WHEN ${condition} THEN ${DUCKDB.text(name)}`,
  );
  return `SELECT id, problem, texts FROM (
  SELECT id, CASE ${branches.join('\n    ')} END AS problem, x_texts AS texts
  FROM transactions WHERE x_texts IS NOT NULL AND id >= ${firstId}
) WHERE problem IS NOT NULL ORDER BY id`;
}

/**
 * For every row of a relation of texts, in its order: `problems` (names of all staging columns whose cell is unreadable,
 * separated by commas), `x_epoch_us` and `x_zone_assumed`.
 */
export function rowProblemsQuery(relation: string, binding: ColumnBinding, settings: CellSettings): string {
  const problems = unreadableCells(binding, settings).map(
    ({ name, condition }) => `CASE WHEN ${condition} THEN ${DUCKDB.text(name)} END`,
  );
  return `SELECT concat_ws(',', ${problems.join(',\n  ')}) AS problems, x_epoch_us, x_zone_assumed
FROM (${incomingQuery(relation, binding, settings)})`;
}

/** The relation that {@link incomingQuery} reads, of rows that are at hand: their texts in the binding's order. No text may hold a NUL. */
export function textsRelation(rows: readonly (readonly (string | null)[])[], binding: ColumnBinding): string {
  const names = binding.columns.map(({ position }) => sourceColumn(position)).join(', ');
  const values = rows.map(
    (texts) => `(${texts.map((text) => (text === null ? 'CAST(NULL AS VARCHAR)' : DUCKDB.text(text))).join(', ')})`,
  );
  return `(VALUES ${values.join(',\n')}) AS given(${names})`;
}
