import type { ColumnFilter, RowOrder, RowSelection } from '../../src/shared/contract/row-selection.ts';
import type { FilterTable } from '../../src/etl/sql/filter-columns.ts';
import { selectionColumns } from '../../src/etl/sql/selection-columns.ts';

/** A row of the lens by column; a timestamp as its text. */
export type LensCells = Readonly<Record<string, string | number | boolean | null>>;
type Cell = LensCells[string];

/** What a selection means, told a second time in plain code. */
export function isSelected(row: LensCells, { filters, search }: RowSelection, table: FilterTable): boolean {
  const texts = selectionColumns(table).filter(({ kind }) => kind === 'text');
  const found = search === '' || texts.some(({ name }) => fold(row[name]).includes(fold(search)));
  return found && filters.every((filter) => passes(row, filter, table));
}

function passes(row: LensCells, filter: ColumnFilter, table: FilterTable): boolean {
  const column = selectionColumns(table).find(({ name }) => name === filter.column);
  if (column === undefined) throw new Error(`no column ${filter.column}`);
  const value = row[filter.column] ?? null;
  const missing = isMissing(value, column.sentinel);
  switch (filter.kind) {
    case 'values': {
      const one = filter.values.some((wanted) => (wanted === '' ? missing : isSame(value, wanted)));
      return one !== filter.exclude;
    }
    case 'range':
      if (filter.from === null && filter.to === null) return true;
      return (
        typeof value === 'number' && !missing && value >= (filter.from ?? -Infinity) && value <= (filter.to ?? Infinity)
      );
    case 'text': {
      const [text, wanted] = [fold(value), fold(filter.text)];
      if (filter.text === '') return true;
      if (filter.match === 'not-contains') return missing || !text.includes(wanted);
      if (missing) return false;
      if (filter.match === 'contains') return text.includes(wanted);
      if (filter.match === 'equals') return text === wanted;
      return filter.match === 'starts' ? text.startsWith(wanted) : text.endsWith(wanted);
    }
    case 'dates': {
      if (filter.from === null && filter.to === null) return true;
      if (typeof value !== 'string') return false;
      const afterStart = filter.from === null || value.slice(0, filter.from.length) >= filter.from;
      return afterStart && (filter.to === null || value.slice(0, filter.to.length) <= filter.to);
    }
    case 'missing':
      return missing === filter.missing;
  }
}

export function isMissing(value: Cell | undefined, sentinel?: number): boolean {
  return value === null || value === undefined || value === '' || (sentinel !== undefined && value === sentinel);
}

function isSame(value: Cell, wanted: string): boolean {
  if (typeof value === 'number') return value === Number(wanted);
  if (typeof value === 'boolean') return String(value) === wanted.toLowerCase();
  return value !== null && (value === wanted || (/^\d{4}-\d\d-\d\d$/.test(wanted) && value.startsWith(`${wanted} `)));
}

const fold = (value: Cell | undefined): string =>
  String(value ?? '')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');

/** The rows in an order, told a second time in plain code. */
export function inOrder(rows: readonly LensCells[], order: RowOrder, table: FilterTable): readonly LensCells[] {
  return rows.toSorted((left, right) => {
    for (const { column: name, direction } of order) {
      const sentinel = selectionColumns(table).find((known) => known.name === name)?.sentinel;
      const by = name === 'date' ? 'x_epoch_us' : name;
      const [a, b] = [left[by] ?? null, right[by] ?? null];
      const [noA, noB] = [isMissing(a, sentinel), isMissing(b, sentinel)];
      if (noA !== noB) return noA ? 1 : -1;
      if (noA || a === b) continue;
      return (isLess(a, b) ? -1 : 1) * (direction === 'ascending' ? 1 : -1);
    }
    return Number(left['id']) - Number(right['id']);
  });
}

/** Texts go by their bytes. */
function isLess(a: Cell, b: Cell): boolean {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
  return Number(a) < Number(b);
}
