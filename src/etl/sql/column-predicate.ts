import { assertNever } from '../../shared/assert-never.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { DUCKDB } from './dialects.ts';
import type { FilterColumn } from './filter-columns.ts';

/** A condition in the lens's SQL; its `?` placeholders take `parameters` in order. */
export interface Predicate {
  readonly sql: string;
  readonly parameters: readonly (string | number | boolean)[];
}

const WHOLE = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Rows whose `column` holds one of `values`, each as a CSV would write it and compared by the column's kind; `''` is
 * "missing". No row where there are no values.
 */
export function columnPredicate(column: FilterColumn, values: readonly string[]): Result<Predicate> {
  if (values.length === 0) return ok({ sql: 'FALSE', parameters: [] });
  const given = values.filter((value) => value !== '');
  const matched = matching(DUCKDB.identifier(column.name), column, given);
  if (!matched.ok) return matched;
  const alternatives = [
    ...(given.length > 0 ? [matched.value.sql] : []),
    ...(given.length < values.length ? [isMissing(column)] : []),
  ];
  return ok({ sql: `coalesce(${alternatives.join(' OR ')}, FALSE)`, parameters: matched.value.parameters });
}

/** The SQL of "this column has no value": an empty cell or the sentinel that stands for one. */
export function isMissing({ name, kind, sentinel }: FilterColumn): string {
  const column = DUCKDB.identifier(name);
  return [
    `${column} IS NULL`,
    ...(sentinel === undefined ? [] : [`${column} = ${DUCKDB.real(sentinel)}`]),
    ...(kind === 'text' ? [`${column} = ''`] : []),
  ].join(' OR ');
}

/** The SQL of the column's value, NULL where it is missing in any way. */
export function presentValue({ name, kind, sentinel }: FilterColumn): string {
  const column = DUCKDB.identifier(name);
  if (sentinel !== undefined) return `NULLIF(${column}, ${DUCKDB.real(sentinel)})`;
  return kind === 'text' ? `NULLIF(${column}, '')` : column;
}

function matching(name: string, column: FilterColumn, values: readonly string[]): Result<Predicate> {
  switch (column.kind) {
    case 'text':
      return ok(oneOf(name, '?', values));
    case 'integer':
      return parsed(values, whole, `${column.name} holds whole numbers`, 'Write digits only, as in 1400.', (numbers) =>
        oneOf(name, 'CAST(? AS BIGINT)', numbers),
      );
    case 'score':
    case 'probability':
    case 'duration':
      return parsed(values, decimal, `${column.name} holds numbers`, 'Write a decimal point, as in 12.5.', (numbers) =>
        // As text: the driver would bind a whole number as one of 64 bits, and refuse larger ones.
        oneOf(name, 'CAST(? AS DOUBLE)', numbers.map(String)),
      );
    case 'boolean':
      return parsed(values, truth, `${column.name} holds true or false`, 'Write true or false.', (truths) =>
        oneOf(name, '?', truths),
      );
    case 'timestamp':
      return ok(onDate(`CAST(${name} AS VARCHAR)`, values));
    default:
      return assertNever(column.kind);
  }
}

/** From so many values on they are looked up in a hash table: DuckDB compares a row with each constant of an IN in an OR. */
const MOST_COMPARED = 8;

function oneOf(name: string, place: string, parameters: Predicate['parameters']): Predicate {
  const places = parameters.map(() => place).join(', ');
  return {
    sql: `${name} IN (${parameters.length > MOST_COMPARED ? `SELECT unnest([${places}])` : places})`,
    parameters,
  };
}

/** A whole timestamp is one instant as written; a bare `YYYY-MM-DD` is that day on the local clock. */
function onDate(text: string, values: readonly string[]): Predicate {
  const days = values.filter((value) => DAY.test(value));
  const instants = values.filter((value) => !DAY.test(value)).map((value) => value.replace('T', ' '));
  const parts = [
    ...(days.length > 0 ? [oneOf(`substr(${text}, 1, 10)`, '?', days)] : []),
    ...(instants.length > 0 ? [oneOf(text, '?', instants)] : []),
  ];
  return { sql: `(${parts.map((part) => part.sql).join(' OR ')})`, parameters: [...days, ...instants] };
}

const whole = (value: string): number | null =>
  WHOLE.test(value) && Number.isSafeInteger(Number(value)) ? Number(value) : null;
const decimal = (value: string): number | null =>
  DECIMAL.test(value) && Number.isFinite(Number(value)) ? Number(value) : null;
const TRUTHS = new Map([
  ['true', true],
  ['false', false],
]);
const truth = (value: string): boolean | null => TRUTHS.get(value.toLowerCase()) ?? null;

function parsed<T>(
  values: readonly string[],
  parse: (value: string) => T | null,
  holds: string,
  hint: string,
  predicate: (parsed: readonly T[]) => Predicate,
): Result<Predicate> {
  const typed: T[] = [];
  for (const value of values) {
    const one = parse(value.trim());
    if (one === null) return err('USAGE', `${holds}, and ${JSON.stringify(value.slice(0, 40))} is not one.`, hint);
    typed.push(one);
  }
  return ok(predicate(typed));
}
