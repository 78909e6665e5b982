import type { TableName } from '../../shared/contract/ledger.ts';
import type { ColumnBase } from './column.ts';
import { STAGING_COLUMNS } from './staging-columns.ts';
import { TRANSFORM_COLUMNS } from './transform-columns.ts';

const COLUMNS: Readonly<Record<TableName, readonly ColumnBase[]>> = {
  staging: STAGING_COLUMNS,
  transform: TRANSFORM_COLUMNS,
  no_retries: TRANSFORM_COLUMNS,
};

/** The published columns of a table, in their order. */
export function tableColumns(table: TableName): readonly ColumnBase[] {
  return COLUMNS[table];
}
