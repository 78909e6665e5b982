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

/** Rows whose `column` holds one of `values`, each as a CSV would write it and compared by the column's kind; `''` is "missing". */
export function columnPredicate(column: FilterColumn, values: readonly string[]): Result<Predicate> {
  const name = DUCKDB.identifier(column.name);
  const given = values.filter((value) => value !== '');
  const matched = matching(name, column, given);
  if (!matched.ok) return matched;
  const alternatives = [
    ...(given.length > 0 ? [matched.value.sql] : []),
    ...(given.length < values.length ? missing(name, column) : []),
  ];
  return ok({ sql: `coalesce(${alternatives.join(' OR ')}, FALSE)`, parameters: matched.value.parameters });
}

function missing(name: string, { kind, sentinel }: FilterColumn): readonly string[] {
  return [
    `${name} IS NULL`,
    ...(sentinel === undefined ? [] : [`${name} = ${DUCKDB.real(sentinel)}`]),
    ...(kind === 'text' ? [`${name} = ''`] : []),
  ];
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
        oneOf(name, 'CAST(? AS DOUBLE)', numbers),
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

function oneOf(name: string, place: string, parameters: Predicate['parameters']): Predicate {
  return { sql: `${name} IN (${parameters.map(() => place).join(', ')})`, parameters };
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
  use: (parsed: readonly T[]) => Predicate,
): Result<Predicate> {
  const typed: T[] = [];
  for (const value of values) {
    const one = parse(value.trim());
    if (one === null) return err('USAGE', `${holds}, and ${JSON.stringify(value.slice(0, 40))} is not one.`, hint);
    typed.push(one);
  }
  return ok(use(typed));
}
