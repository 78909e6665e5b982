import { nearestName } from '../../shared/nearest-name.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { RowCondition } from '../../shared/contract/figures.ts';
import { columnPredicate, type Predicate } from './column-predicate.ts';
import { filterColumns, type FilterTable } from './filter-columns.ts';

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
  const columns = filterColumns(table);
  const parts: Predicate[] = [];
  for (const [name, values] of valuesByColumn(where)) {
    const column = columns.find((known) => known.name === name);
    if (column === undefined) {
      return unknownColumn(
        name,
        table,
        columns.map((known) => known.name),
      );
    }
    const part = columnPredicate(column, values);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  if (parts.length === 0) return ok({ sql: 'TRUE', parameters: [] });
  return ok({
    sql: parts.map((part) => part.sql).join(' AND '),
    parameters: parts.flatMap((part) => part.parameters),
  });
}

function unknownColumn(name: string, table: FilterTable, names: readonly string[]): Result<never> {
  const nearest = nearestName(name, names);
  const shown = JSON.stringify(name.slice(0, 80));
  return err(
    'UNKNOWN_COLUMN',
    nearest === null
      ? `${table} has no column ${shown}.`
      : `${table} has no column ${shown}; the nearest is "${nearest}".`,
    nearest === null ? 'The data dictionary lists the columns of every table.' : `Write the name exactly: ${nearest}`,
  );
}
