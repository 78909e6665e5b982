import type { ColumnKind } from '../model/column.ts';
import { STAGING_COLUMNS } from '../model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../model/transform-columns.ts';
import { ATTEMPT_COLUMNS, EXTRA_COLUMNS } from '../transform/extra-columns.ts';

/** A column that rows can be selected by. */
export interface FilterColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** The value that stands for "missing" in this column, where one does. */
  readonly sentinel?: number;
}

export const FILTER_TABLES = ['staging', 'transform', 'no_retries'] as const;
export type FilterTable = (typeof FILTER_TABLES)[number];

const KIND_BY_TYPE = { BIGINT: 'integer', BOOLEAN: 'boolean', DOUBLE: 'duration' } as const satisfies Record<
  string,
  ColumnKind
>;

const INSTANT: FilterColumn = { name: 'x_epoch_us', kind: 'integer' };

const LENS_TRANSFORM_COLUMNS: readonly FilterColumn[] = [
  ...TRANSFORM_COLUMNS,
  INSTANT,
  { name: 'x_local_time', kind: 'timestamp' },
  ...ATTEMPT_COLUMNS.map(({ name, type }) => ({ name, kind: KIND_BY_TYPE[type] })),
  ...EXTRA_COLUMNS,
];

const COLUMNS: Readonly<Record<FilterTable, readonly FilterColumn[]>> = {
  staging: [...STAGING_COLUMNS, INSTANT],
  transform: LENS_TRANSFORM_COLUMNS,
  no_retries: LENS_TRANSFORM_COLUMNS,
};

/** The columns of a table of the lens that a row filter may name. */
export function filterColumns(table: FilterTable): readonly FilterColumn[] {
  return COLUMNS[table];
}
