import type { ProfileTable } from '../../../shared/contract/profile.ts';
import type { ColumnBase, ColumnKind } from '../../../etl/model/column.ts';
import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../../etl/model/transform-columns.ts';

/** How a column is summarised. */
export type ProfileShape = 'number' | 'category' | 'timestamp';

/** What profiling needs to know of a column, from the model card. */
export interface ProfiledColumn extends ColumnBase {
  readonly shape: ProfileShape;
  readonly identifying: boolean;
  readonly sentinel: number | null;
  readonly zeroMeansNotExecuted: boolean;
}

const SHAPES: Readonly<Record<ColumnKind, ProfileShape>> = {
  text: 'category',
  boolean: 'category',
  integer: 'number',
  score: 'number',
  probability: 'number',
  duration: 'number',
  timestamp: 'timestamp',
};

const IDENTIFYING = new Set(STAGING_COLUMNS.filter(({ identifying }) => identifying).map(({ name }) => name));

/** A code is a name in digits: its mean says nothing, its most frequent values do. */
const shapeOf = ({ kind, unit }: ColumnBase): ProfileShape => (unit === 'code' ? 'category' : SHAPES[kind]);

const fromCard = (column: ColumnBase): ProfiledColumn => ({
  ...column,
  shape: shapeOf(column),
  identifying: IDENTIFYING.has(column.name),
  sentinel: null,
  zeroMeansNotExecuted: false,
});

const STAGING = STAGING_COLUMNS.map(fromCard);
const TRANSFORM = TRANSFORM_COLUMNS.map((column) => ({
  ...fromCard(column),
  sentinel: column.sentinel ?? null,
  zeroMeansNotExecuted: column.derivation.kind === 'sum-of-staging' || column.derivation.kind === 'sum-of-transform',
}));

/** The columns of a table's profile, in the order of its model card. */
export function profiledColumns(table: ProfileTable): readonly ProfiledColumn[] {
  return table === 'staging' ? STAGING : TRANSFORM;
}
