import type { AggregateQuery, ProcessFacet } from '../../shared/contract/aggregate.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { IS_ACCEPTED } from './condition-sql.ts';
import { ATTEMPT_CAP } from './facet-sql.ts';

/** A question of one kind. */
export type QueryOf<Kind extends AggregateQuery['kind']> = Extract<AggregateQuery, { readonly kind: Kind }>;

/** What the rows of a process share, as the terms of a GROUP BY or PARTITION BY over `transform`. */
export const PROCESS_KEY = '"procesoConvenioGuid", CASE WHEN "x_without_process" THEN "id" END';

/** The value of an expression in the first or in the last attempt of a process, as an aggregate. */
export const inFirst = (expression: string): string => `max(${expression}) FILTER (WHERE "x_attempt_number" = 1)`;
export const inLast = (expression: string): string => `max(${expression}) FILTER (WHERE "x_is_final_attempt")`;

/** Seconds between two instants in microseconds. */
export const secondsBetween = (from: string, to: string): string => `(${to} - ${from}) / 1e6`;

/**
 * A SELECT of aggregates over each process that has a row where `selected` holds, with all its attempts in `relation`, which has
 * the columns of `transform`.
 */
export function processQuery(selected: string, columns: readonly string[], relation = 'transform'): string {
  return `SELECT ${columns.join(',\n    ')}
  FROM ${relation}
  GROUP BY ${PROCESS_KEY}
  HAVING bool_or(${selected})`;
}

/** A facet of processes: where its value comes from, and the name of its column. */
export interface ProcessFacetDefinition {
  readonly column: string;
  /** Over `transform`, and in which attempt; null: the number of attempts. */
  readonly of: { readonly expression: string; readonly attempt: 'first' | 'last' } | null;
}

export const PROCESS_FACETS_SQL: Readonly<Record<ProcessFacet, ProcessFacetDefinition>> = {
  client: { column: 'client', of: { expression: '"convenio"', attempt: 'last' } },
  attempts: { column: 'size', of: null },
  first_description: { column: 'first_description', of: { expression: '"summary_desc"', attempt: 'first' } },
  last_description: { column: 'last_description', of: { expression: '"summary_desc"', attempt: 'last' } },
};

function facetSql({ column, of }: ProcessFacetDefinition): string {
  const value =
    of === null
      ? `least(count(*), ${ATTEMPT_CAP})`
      : of.attempt === 'first'
        ? inFirst(of.expression)
        : inLast(of.expression);
  return `${value} AS ${DUCKDB.identifier(column)}`;
}

/** The statement of the kind `processes`. */
export function processesSql({ by, abandonedAfterSeconds }: QueryOf<'processes'>, selected: string): string {
  const facets = by.map((facet) => PROCESS_FACETS_SQL[facet]);
  const names = facets.map(({ column }) => DUCKDB.identifier(column));
  const timeout = DUCKDB.real(abandonedAfterSeconds);
  const places = names.map((_, index) => index + 1);
  return `WITH attempt AS (
  SELECT *, lag(${IS_ACCEPTED}) OVER (PARTITION BY ${PROCESS_KEY} ORDER BY "x_attempt_number") IS NOT TRUE
    AND "x_seconds_since_previous_attempt" > ${timeout} AS is_late
  FROM transform
), process AS (
  ${processQuery(
    selected,
    [
      ...facets.map(facetSql),
      'count(*) AS attempts',
      `bool_or("x_attempt_number" = 1 AND ${IS_ACCEPTED}) IS TRUE AS first_ok`,
      `bool_or("x_is_final_attempt" AND ${IS_ACCEPTED}) IS TRUE AS last_ok`,
      `bool_or(${IS_ACCEPTED}) IS TRUE AS any_ok`,
      'bool_or(is_late) IS TRUE AS late',
      `${secondsBetween('max("x_epoch_us")', '(SELECT max("x_epoch_us") FROM transform)')} >= ${timeout} AS closed`,
    ],
    'attempt',
  )}
)
SELECT ${names.map((name) => `${name}, `).join('')}count(*) AS n,
  count(*) FILTER (WHERE first_ok) AS first_accepted,
  count(*) FILTER (WHERE last_ok) AS finally_accepted,
  count(*) FILTER (WHERE any_ok) AS ever_accepted,
  count(*) FILTER (WHERE any_ok AND NOT first_ok) AS recovered,
  count(*) FILTER (WHERE NOT first_ok) AS failed_first,
  count(*) FILTER (WHERE closed AND NOT last_ok) AS abandoned,
  count(*) FILTER (WHERE closed) AS closed,
  count(*) FILTER (WHERE late) AS returned_late,
  coalesce(sum(attempts), 0)::BIGINT AS attempts,
  quantile_cont(attempts, 0.5) AS attempts_p50,
  quantile_cont(attempts, 0.95) AS attempts_p95,
  max(attempts) AS attempts_max
FROM process${
    names.length === 0
      ? ''
      : `\nGROUP BY ${places.join(', ')}\nORDER BY ${places.map((place) => `${place} NULLS LAST`).join(', ')}`
  }`;
}
