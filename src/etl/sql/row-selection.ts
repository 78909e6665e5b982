import type { RowOrder, RowSelection } from '../../shared/contract/row-selection.ts';
import { ok, type Result } from '../../shared/result.ts';
import { presentValue, type Predicate } from './column-predicate.ts';
import { DUCKDB } from './dialects.ts';
import { filterColumns, type FilterTable } from './filter-columns.ts';
import { containsText, filterPredicate } from './filter-predicate.ts';
import { knownColumn } from './known-column.ts';
import { allOf } from './row-filter.ts';
import { selectionColumns } from './selection-columns.ts';

/** A selection as the condition of a WHERE over the lens's table: a row is selected where it is true. */
export function selectionPredicate({ filters, search }: RowSelection, table: FilterTable): Result<Predicate> {
  const parts: Predicate[] = [];
  for (const filter of filters) {
    const column = knownColumn(filter.column, table, selectionColumns(table));
    if (!column.ok) return column;
    const part = filterPredicate(filter, column.value);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  if (search !== '') parts.push(searched(search, table));
  return ok(allOf(parts.filter(({ sql }) => sql !== 'TRUE')));
}

function searched(search: string, table: FilterTable): Predicate {
  const parts = filterColumns(table)
    .filter(({ kind }) => kind === 'text')
    .map(({ name }) => containsText(name, search));
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

/**
 * An order as the list of an ORDER BY over the lens's table, the order of import last. Missing values come last in both
 * directions. `date` goes by the instant, as its text starts with a local clock. A column that is named again adds nothing.
 */
export function orderTerms(order: RowOrder, table: FilterTable): Result<string> {
  const terms = new Map<string, string>();
  for (const { column: name, direction } of order) {
    const column = knownColumn(name, table, selectionColumns(table));
    if (!column.ok) return column;
    const value = name === 'date' ? DUCKDB.identifier('x_epoch_us') : presentValue(column.value);
    if (!terms.has(name)) terms.set(name, `${value} ${direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST`);
  }
  return ok([...terms.values(), '"id" ASC'].join(', '));
}
