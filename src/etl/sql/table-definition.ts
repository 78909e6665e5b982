import type { ColumnBase } from '../model/column.ts';
import type { Dialect } from './dialect.ts';

/** The column definitions of a table over model-card columns, `id` first. */
export function columnDefinitions(columns: readonly ColumnBase[], dialect: Dialect): string {
  const id = dialect.name === 'sqlite' ? 'INTEGER PRIMARY KEY' : 'BIGINT';
  return [
    `${dialect.identifier('id')} ${id}`,
    ...columns.map((column) => `${dialect.identifier(column.name)} ${dialect.type(column.kind)}`),
  ].join(',\n  ');
}

/** Quoted column names, comma-separated. */
export function columnList(columns: readonly { readonly name: string }[], dialect: Dialect): string {
  return columns.map((column) => dialect.identifier(column.name)).join(', ');
}
