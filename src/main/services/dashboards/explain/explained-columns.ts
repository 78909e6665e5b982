import { MICROSERVICES } from '../../../../etl/model/microservices.ts';
import { STAGING_COLUMNS } from '../../../../etl/model/staging-columns.ts';
import { microserviceTotalColumn } from '../../../../etl/model/transform-columns.ts';
import { presentValue } from '../../../../etl/sql/column-predicate.ts';
import { DUCKDB } from '../../../../etl/sql/dialects.ts';
import { filterColumns, type FilterColumn } from '../../../../etl/sql/filter-columns.ts';
import { executedColumn, microserviceTimeColumn } from '../../../../etl/transform/extra-columns.ts';

/** A column by which the part and the rest are compared. */
export interface ExplainedColumn {
  readonly name: string;
  /** Its value over `transform`, NULL where there is none. */
  readonly sql: string;
  /** `order`: greater and smaller mean something. `category`: its values are names, or go round as the hours do. */
  readonly reading: 'order' | 'category';
  /** How its values are written. */
  readonly values: 'number' | 'text' | 'truth';
  /** It tells whether a microservice was executed: where it is false, times of that microservice are missing. */
  readonly tellsExecuted: boolean;
}

/** A client is what everybody asks about; other pseudonyms differ from row to row and explain nothing. */
const CLIENT = 'convenio';
const IDENTIFIERS: ReadonlySet<string> = new Set(
  STAGING_COLUMNS.filter(
    ({ name, identifying, key, kind }) => name !== CLIENT && (identifying || (key && kind === 'text')),
  ).map(({ name }) => name),
);
/** `date` stands for the instant and the local clock. */
const TIMESTAMPS: ReadonlySet<string> = new Set(['x_epoch_us', 'x_local_time']);
const NAMES_AS_NUMBERS: ReadonlySet<string> = new Set(['summary_code', 'http_code']);
const ROUND: ReadonlySet<string> = new Set(['date_day', 'date_hour', 'date_minute']);

/** The sum of a microservice's times is 0 where it was not executed, which is not a time. */
const ONLY_EXECUTED: ReadonlyMap<string, string> = new Map(
  MICROSERVICES.map(({ name }) => [microserviceTotalColumn(name), executedColumn(name)]),
);

/** Without a queue a microservice's execution is all its time. */
const SAME_AS_TOTAL: ReadonlySet<string> = new Set(
  MICROSERVICES.filter(({ queued }) => !queued).map(({ name }) => microserviceTimeColumn(name, 'execution')),
);
const EXECUTED: ReadonlySet<string> = new Set(ONLY_EXECUTED.values());

/** Every column of `transform` and the lens that can say something; first whether microservices were executed. */
export const EXPLAINED_COLUMNS: readonly ExplainedColumn[] = filterColumns('transform')
  .filter(({ name }) => !IDENTIFIERS.has(name) && !TIMESTAMPS.has(name) && !SAME_AS_TOTAL.has(name))
  .map(explained)
  .toSorted((left, right) => Number(right.tellsExecuted) - Number(left.tellsExecuted));

function explained(column: FilterColumn): ExplainedColumn {
  const { name, kind } = column;
  const value = presentValue(column);
  const base = { name, sql: value, tellsExecuted: EXECUTED.has(name) };
  // Days since 1970 on the local clock.
  if (name === 'date')
    return {
      ...base,
      sql: "date_diff('day', DATE '1970-01-01', \"x_local_time\")",
      reading: 'order',
      values: 'number',
    };
  if (kind === 'text') return { ...base, reading: 'category', values: 'text' };
  if (kind === 'boolean') return { ...base, reading: 'category', values: 'truth' };
  const reading = NAMES_AS_NUMBERS.has(name) || ROUND.has(name) ? 'category' : 'order';
  const executed = ONLY_EXECUTED.get(name);
  if (executed === undefined) return { ...base, reading, values: 'number' };
  return { ...base, sql: `CASE WHEN ${DUCKDB.identifier(executed)} THEN ${value} END`, reading, values: 'number' };
}
