import type { ColumnBase, TransformColumn } from '../model/column.ts';
import { STAGING_COLUMNS } from '../model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../model/transform-columns.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { render } from '../sql/render.ts';
import { columnDefinitions, columnList } from '../sql/table-definition.ts';
import { derivationExpression } from './derivation-expression.ts';
import { ATTEMPT_COLUMNS, EXTRA_COLUMNS } from './extra-columns.ts';

/**
 * The lens keeps every value once: one table `transactions` with the staging columns, the instant, what the transform
 * derives, and the attempt columns. `staging`, `transform` and `no_retries` are views of it: filling a sentinel in or
 * adding four times is cheaper than reading another column, and a second copy of 46 columns costs a third of an import.
 * `x_zone_assumed` and `x_texts` serve an import while it checks its rows and are empty otherwise. Rows without an id are
 * those of an import that was not finished.
 */
const STORED_DERIVED: readonly TransformColumn[] = TRANSFORM_COLUMNS.filter(
  ({ derivation }) => derivation.kind !== 'staging' && derivation.kind !== 'filled',
);

const name = ({ name: column }: { readonly name: string }): string => DUCKDB.identifier(column);
const inStore: ReadonlySet<ColumnBase['name']> = new Set(STORED_DERIVED.map((column) => column.name));

const TRANSFORM_VIEW_COLUMNS = TRANSFORM_COLUMNS.map((column) =>
  inStore.has(column.name) ? name(column) : `${render(derivationExpression(column), DUCKDB)} AS ${name(column)}`,
);

const EXTRA_VIEW_COLUMNS = EXTRA_COLUMNS.map(
  ({ name: extra, expression }) => `${render(expression, DUCKDB)} AS ${DUCKDB.identifier(extra)}`,
);

/** The statements that make an empty lens: the table, then the views. */
export const LENS_OBJECTS: readonly string[] = [
  `CREATE TABLE transactions (
  ${columnDefinitions(STAGING_COLUMNS, DUCKDB)},
  "x_epoch_us" BIGINT,
  ${STORED_DERIVED.map((column) => `${name(column)} ${DUCKDB.type(column.kind)}`).join(',\n  ')},
  ${ATTEMPT_COLUMNS.map((column) => `${name(column)} ${column.type}`).join(',\n  ')},
  "x_zone_assumed" BOOLEAN,
  "x_texts" VARCHAR[]
)`,
  `CREATE VIEW staging AS SELECT "id", ${columnList(STAGING_COLUMNS, DUCKDB)}, "x_epoch_us" FROM transactions WHERE "id" IS NOT NULL`,
  `CREATE VIEW transform AS SELECT "id",
  ${TRANSFORM_VIEW_COLUMNS.join(',\n  ')},
  "x_epoch_us",
  CAST(substr("date", 1, 26) AS TIMESTAMP) AS "x_local_time",
  ${ATTEMPT_COLUMNS.map(name).join(', ')},
  ${EXTRA_VIEW_COLUMNS.join(',\n  ')}
FROM transactions WHERE "id" IS NOT NULL`,
  'CREATE VIEW no_retries AS SELECT * FROM transform WHERE "x_is_final_attempt"',
];

/**
 * The attempts of every process, in the order of `x_epoch_us`, ties to the later row: `id` and the attempt columns.
 * `relation` has `id`, `procesoConvenioGuid` and `x_epoch_us` of whole processes. A transaction without a process id is
 * the only attempt of a process of its own.
 */
export function attemptsQuery(relation: string): string {
  const process = `PARTITION BY "procesoConvenioGuid", CASE WHEN "procesoConvenioGuid" IS NULL THEN "id" END`;
  const inOrder = `(${process} ORDER BY "x_epoch_us", "id")`;
  return `SELECT "id",
    row_number() OVER ${inOrder} AS "x_attempt_number",
    count(*) OVER (${process}) AS "x_attempts_in_process",
    row_number() OVER ${inOrder} = count(*) OVER (${process}) AS "x_is_final_attempt",
    ("x_epoch_us" - lag("x_epoch_us") OVER ${inOrder}) / 1e6 AS "x_seconds_since_previous_attempt",
    "procesoConvenioGuid" IS NULL AS "x_without_process"
  FROM ${relation}`;
}

/**
 * The rows of `transactions` for a relation of staging rows with `x_epoch_us`, `x_zone_assumed` and `x_texts`; `id` is
 * the SQL of their ids. The attempt columns are empty: they are set once all rows of a process are there.
 */
export function transactionsQuery(relation: string, id: string): string {
  return `SELECT ${id}, ${columnList(STAGING_COLUMNS, DUCKDB)}, "x_epoch_us",
  ${STORED_DERIVED.map((column) => render(derivationExpression(column), DUCKDB)).join(',\n  ')},
  ${ATTEMPT_COLUMNS.map(() => 'NULL').join(', ')}, "x_zone_assumed", "x_texts"
FROM ${relation}`;
}
