import { FACETS, type Facet } from '../../../shared/contract/aggregate.ts';
import type { ColumnFilter } from '../../../shared/contract/row-selection.ts';
import { facetSql } from '../../../etl/dashboards/facet-sql.ts';
import { presentValue } from '../../../etl/sql/column-predicate.ts';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import type { FilterColumn } from '../../../etl/sql/filter-columns.ts';
import { selectionColumns } from '../../../etl/sql/selection-columns.ts';
import type { CodedColumn } from './coded-column.ts';

/** The minute on the local clock, counted from 1970. */
const LOCAL_MINUTE = `CAST(epoch("x_local_time") AS BIGINT) // 60`;
const MINUTE = 60_000;
const LAST_MINUTE = 24 * 60 - 1;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const FACET_COLUMNS: ReadonlySet<string> = new Set(FACETS.map((facet: Facet) => facetSql(facet).sql));
const COLUMNS: ReadonlyMap<string, FilterColumn> = new Map(
  selectionColumns('transform').map((column) => [column.name, column]),
);

/**
 * A filter that can be answered from a coded column alone: which one, and which of its codes are selected. It selects
 * the same rows as the filter's predicate in the lens.
 */
export interface CodeFilter {
  /** SQL over `transform`. */
  readonly expression: string;
  /** 1 for each selected code of the column, "missing" the last. */
  readonly codes: (column: CodedColumn) => Uint8Array;
}

/** The filter as one over codes; null where only the lens can answer it. The filter must be a valid one. */
export function codeFilter(filter: ColumnFilter): CodeFilter | null {
  const column = COLUMNS.get(filter.column);
  if (column === undefined) return null;
  switch (column.kind) {
    case 'text':
      return textFilter(filter, column);
    case 'timestamp':
      return dateFilter(filter);
    case 'boolean':
      return filter.kind === 'values' || filter.kind === 'missing'
        ? { expression: DUCKDB.identifier(column.name), codes: (coded) => tableOf(filter, coded, truthOf) }
        : null;
    default:
      return filter.kind === 'text' || filter.kind === 'dates'
        ? null
        : { expression: presentValue(column), codes: (coded) => tableOf(filter, coded, numberOf(column)) };
  }
}

type Plain = Extract<ColumnFilter, { readonly kind: 'values' | 'missing' | 'range' }>;

/** Columns with as many texts as rows stay in the lens. */
function textFilter(filter: ColumnFilter, column: FilterColumn): CodeFilter | null {
  const expression = DUCKDB.identifier(column.name);
  if (!FACET_COLUMNS.has(expression) || (filter.kind !== 'values' && filter.kind !== 'missing')) return null;
  return {
    expression,
    codes: (coded) => {
      const table = tableOf(filter, coded, (text) => text);
      const empty = indexOf(coded, '');
      if (empty >= 0) table[empty] = table[coded.missing] ?? 0;
      return table;
    },
  };
}

function dateFilter(filter: ColumnFilter): CodeFilter | null {
  const ranges = dateRanges(filter);
  if (ranges === null) return null;
  const isMissing = filter.kind === 'missing' ? filter.missing : filter.kind === 'values' && filter.values.includes('');
  const isOtherwise = (filter.kind === 'values' && filter.exclude) || (filter.kind === 'missing' && !filter.missing);
  const isAll = filter.kind === 'dates' && filter.from === null && filter.to === null;
  return {
    expression: LOCAL_MINUTE,
    codes: ({ values, missing }) => {
      const table = new Uint8Array(missing + 1).fill(isOtherwise ? 1 : 0);
      for (const [from, to] of ranges) {
        const first = lowerBound(values, from);
        table.fill(isOtherwise ? 0 : 1, first, Math.max(first, upperBound(values, to)));
      }
      table[missing] = isAll || (filter.kind === 'values' && filter.exclude ? !isMissing : isMissing) ? 1 : 0;
      return table;
    },
  };
}

/** The minutes that a filter names, both ends inclusive; null where it is not about whole minutes. */
function dateRanges(filter: ColumnFilter): readonly (readonly [number, number])[] | null {
  switch (filter.kind) {
    case 'dates':
      return [
        [
          filter.from === null ? -Infinity : minuteOf(filter.from),
          filter.to === null ? Infinity : minuteOf(filter.to) + (DAY.test(filter.to) ? LAST_MINUTE : 0),
        ],
      ];
    case 'values': {
      const days = filter.values.filter((value) => value !== '');
      return days.every((day) => DAY.test(day) && !Number.isNaN(minuteOf(day)))
        ? days.map((day) => [minuteOf(day), minuteOf(day) + LAST_MINUTE])
        : null;
    }
    case 'missing':
      return [];
    default:
      return null;
  }
}

const minuteOf = (text: string): number =>
  Date.parse(DAY.test(text) ? `${text}T00:00Z` : `${text.replace(' ', 'T')}Z`) / MINUTE;

function tableOf(filter: Plain, column: CodedColumn, read: (text: string) => string | number | null): Uint8Array {
  const { values, missing } = column;
  const table = new Uint8Array(missing + 1);
  switch (filter.kind) {
    case 'missing':
      return filter.missing ? table.fill(1, missing) : table.fill(1, 0, missing);
    case 'range': {
      if (filter.from === null && filter.to === null) return table.fill(1);
      const from = filter.from === null ? 0 : lowerBound(values, filter.from);
      const to = filter.to === null ? missing : upperBound(values, filter.to);
      return table.fill(1, from, Math.max(from, to));
    }
    case 'values':
      for (const text of filter.values) {
        const value = text === '' ? null : read(text);
        const code = value === null ? missing : indexOf(column, value);
        if (code >= 0) table[code] = 1;
      }
      return filter.exclude ? table.map((isNamed) => 1 - isNamed) : table;
  }
}

/** A sentinel stands for "missing". */
const numberOf =
  ({ sentinel }: FilterColumn) =>
  (text: string): number | null =>
    Number(text) === sentinel ? null : Number(text);

const truthOf = (text: string): number => (text.trim().toLowerCase() === 'true' ? 1 : 0);

function indexOf({ values }: CodedColumn, value: string | number): number {
  if (!(values instanceof Float64Array)) return values.indexOf(String(value));
  const at = lowerBound(values, Number(value));
  return values[at] === Number(value) ? at : -1;
}

/** The first place whose value is not less. */
function lowerBound(values: ArrayLike<number | string>, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(values[middle]) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place whose value is greater. */
function upperBound(values: ArrayLike<number | string>, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(values[middle]) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
