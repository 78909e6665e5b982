import { filterColumns, type FilterColumn, type FilterTable } from './filter-columns.ts';

const ID: FilterColumn = { name: 'id', kind: 'integer' };

/** The columns of a table of the lens that rows can be selected and ordered by: those of filters and the row's number. */
export function selectionColumns(table: FilterTable): readonly FilterColumn[] {
  return [ID, ...filterColumns(table)];
}
