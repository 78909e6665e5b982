import { TRANSFORM_COLUMNS } from '../model/transform-columns.ts';
import type { Dialect } from '../sql/dialect.ts';
import { render } from '../sql/render.ts';
import { derivationExpression } from './derivation-expression.ts';

/** The select list of the transform over one staging row: 67 expressions, each named, in published order. */
export function transformSelectList(dialect: Dialect): string {
  return TRANSFORM_COLUMNS.map(
    (column) => `${render(derivationExpression(column), dialect)} AS ${dialect.identifier(column.name)}`,
  ).join(',\n  ');
}

/** `SELECT` of the row id and the 67 transform columns from a staging table. */
export function transformQuery(dialect: Dialect, stagingTable: string): string {
  return `SELECT ${dialect.identifier('id')},\n  ${transformSelectList(dialect)}\nFROM ${stagingTable}`;
}
