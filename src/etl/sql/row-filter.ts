import { ok, type Result } from '../../shared/result.ts';
import type { RowCondition } from '../../shared/contract/figures.ts';
import { columnPredicate, type Predicate } from './column-predicate.ts';
import { filterColumns, type FilterTable } from './filter-columns.ts';
import { knownColumn } from './known-column.ts';

/** The conditions grouped by column, in the order in which each column is first named; values without repetitions. */
export function valuesByColumn(where: readonly RowCondition[]): ReadonlyMap<string, readonly string[]> {
  const grouped = Map.groupBy(where, ({ column }) => column);
  return new Map(
    [...grouped].map(([column, conditions]) => [column, [...new Set(conditions.map(({ value }) => value))]]),
  );
}

/**
 * A predicate in the lens's SQL that holds for the rows that satisfy the conditions: values of the same column are
 * alternatives, different columns must all match, `''` means "missing". Never true or false by accident of a NULL.
 */
export function rowFilter(where: readonly RowCondition[], table: FilterTable): Result<Predicate> {
  const parts: Predicate[] = [];
  for (const [name, values] of valuesByColumn(where)) {
    const column = knownColumn(name, table, filterColumns(table));
    if (!column.ok) return column;
    const part = columnPredicate(column.value, values);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(allOf(parts));
}

/** Holds where every one of the conditions does; of none of them, always. */
export function allOf(parts: readonly Predicate[]): Predicate {
  if (parts.length === 0) return { sql: 'TRUE', parameters: [] };
  return {
    sql: parts.map((part) => part.sql).join(' AND '),
    parameters: parts.flatMap((part) => part.parameters),
  };
}
