import { assertNever } from '../../shared/assert-never.ts';
import type { ColumnFilter } from '../../shared/contract/row-selection.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ColumnKind } from '../model/column.ts';
import { columnPredicate, isMissing, type Predicate } from './column-predicate.ts';
import { DUCKDB } from './dialects.ts';
import type { FilterColumn } from './filter-columns.ts';

const NUMBERS: readonly ColumnKind[] = ['integer', 'score', 'probability', 'duration'];
const ALWAYS: Predicate = { sql: 'TRUE', parameters: [] };

type FilterOf<Kind extends ColumnFilter['kind']> = Extract<ColumnFilter, { readonly kind: Kind }>;

/**
 * A filter as a condition in the lens's SQL; a row is selected where it is true, and a row without a value only where the
 * filter says so. `USAGE` where the filter does not fit the column's kind or a value of it cannot be read.
 */
export function filterPredicate(filter: ColumnFilter, column: FilterColumn): Result<Predicate> {
  switch (filter.kind) {
    case 'values': {
      const matched = columnPredicate(column, [...new Set(filter.values)]);
      if (!matched.ok || !filter.exclude) return matched;
      return ok({ ...matched.value, sql: `NOT ${matched.value.sql}` });
    }
    case 'range':
      if (!NUMBERS.includes(column.kind)) return unfit(column, 'a range', 'numbers');
      return ok(inRange(filter, column));
    case 'text':
      if (column.kind !== 'text') return unfit(column, 'a search for text', 'texts');
      return ok(textMatch(filter, column));
    case 'dates':
      if (column.kind !== 'timestamp') return unfit(column, 'a range of dates', 'dates');
      return betweenDates(filter, column);
    case 'missing':
      return ok({ sql: `${filter.missing ? '' : 'NOT '}(${isMissing(column)})`, parameters: [] });
    default:
      return assertNever(filter);
  }
}

function unfit({ name }: FilterColumn, what: string, needs: string): Result<never> {
  return err('USAGE', `${name} cannot be filtered by ${what}: it does not hold ${needs}.`, 'Filter it by its values.');
}

/** Whole numbers go as text too: the driver would bind them as 64-bit integers and refuse larger ones. */
function inRange({ from, to }: FilterOf<'range'>, column: FilterColumn): Predicate {
  if (from === null && to === null) return ALWAYS;
  const name = DUCKDB.identifier(column.name);
  const bounds = [
    ...(from === null ? [] : [{ sql: `${name} >= CAST(? AS DOUBLE)`, value: from }]),
    ...(to === null ? [] : [{ sql: `${name} <= CAST(? AS DOUBLE)`, value: to }]),
  ];
  const present = column.sentinel === undefined ? [] : [`${name} <> ${DUCKDB.real(column.sentinel)}`];
  return {
    sql: `(${[...bounds.map(({ sql }) => sql), ...present].join(' AND ')})`,
    parameters: bounds.map(({ value }) => String(value)),
  };
}

/** A text, or a parameter, as it is compared: without case and accents. */
const folded = (sql: string): string => `strip_accents(lower(${sql}))`;

/** Rows whose column contains the text, whatever the case of letters and accents. */
export function containsText(name: string, text: string): Predicate {
  return { sql: `contains(${folded(DUCKDB.identifier(name))}, ${folded('?')})`, parameters: [text] };
}

function textMatch({ match, text }: FilterOf<'text'>, { name }: FilterColumn): Predicate {
  if (text === '') return ALWAYS;
  const [value, wanted] = [folded(DUCKDB.identifier(name)), folded('?')];
  const contains = containsText(name, text);
  switch (match) {
    case 'contains':
      return contains;
    case 'not-contains':
      return { ...contains, sql: `NOT coalesce(${contains.sql}, FALSE)` };
    case 'equals':
      return { sql: `${value} = ${wanted}`, parameters: [text] };
    case 'starts':
      return { sql: `starts_with(${value}, ${wanted})`, parameters: [text] };
    case 'ends':
      return { sql: `ends_with(${value}, ${wanted})`, parameters: [text] };
    default:
      return assertNever(match);
  }
}

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})(?:[ T]([01]\d|2[0-3]):([0-5]\d))?$/;

/** A bound as a timestamp's text begins; null for what is no day or minute of the calendar. */
function localTime(text: string): string | null {
  const [, day, hour, minute] = LOCAL_TIME.exec(text) ?? [];
  if (day === undefined) return null;
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day) return null;
  return hour === undefined ? day : `${day} ${hour}:${minute ?? ''}`;
}

/**
 * A timestamp's text begins with the local clock and sorts by it. After an upper bound that is a whole day or minute
 * comes whatever is in it: `~` is greater than any character of a timestamp.
 */
function betweenDates({ from, to }: FilterOf<'dates'>, column: FilterColumn): Result<Predicate> {
  const name = DUCKDB.identifier(column.name);
  const text = column.name === 'date' ? name : `CAST(${name} AS VARCHAR)`;
  const parts: Predicate[] = [];
  for (const [bound, sql] of [
    [from, `${text} >= ?`],
    [to, `${text} < ? || '~'`],
  ] as const) {
    if (bound === null) continue;
    const time = localTime(bound);
    if (time === null) {
      return err(
        'USAGE',
        `${JSON.stringify(bound.slice(0, 40))} is not a day or a minute of the calendar.`,
        'Write YYYY-MM-DD or YYYY-MM-DD HH:MM.',
      );
    }
    parts.push({ sql, parameters: [time] });
  }
  if (parts.length === 0) return ok(ALWAYS);
  return ok({
    sql: `(${parts.map(({ sql }) => sql).join(' AND ')})`,
    parameters: parts.flatMap(({ parameters }) => parameters),
  });
}
