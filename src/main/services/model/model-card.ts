import type { CardColumn, ModelCard } from '../../../shared/contract/model-card.ts';
import { TABLES, type TableName } from '../../../shared/contract/ledger.ts';
import { COLUMN_GROUPS, type ColumnBase } from '../../../etl/model/column.ts';
import { MICROSERVICES } from '../../../etl/model/microservices.ts';
import { RESPONSE_CODES } from '../../../etl/model/response-codes.ts';
import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import { limitsOf, THRESHOLDS_IN_ORDER } from '../../../etl/model/threshold-limits.ts';
import { TRANSFORM_COLUMNS } from '../../../etl/model/transform-columns.ts';
import { LENS_COLUMNS } from '../../../etl/transform/lens-columns.ts';

const STAGING_BY_NAME = new Map(STAGING_COLUMNS.map((column) => [column.name, column]));

/** What the product knows about the data. */
export function describeModel(): ModelCard {
  return {
    tables: TABLES.map((name) => ({ name, columns: [...published(name), ...extras(name)] })),
    groups: COLUMN_GROUPS,
    microservices: MICROSERVICES.map(({ name, images, queued, label }) => ({ name, images, queued, label })),
    responses: RESPONSE_CODES.map(({ code, microservice, description, outcome, message }) => ({
      code,
      microservice,
      description,
      outcome,
      message,
    })),
    thresholds: THRESHOLDS_IN_ORDER.map(({ name, service, label, accepts, columns, failsWith }) => ({
      name,
      service,
      label,
      ...limitsOf(accepts),
      columns: [...columns],
      failsWith,
    })),
  };
}

function published(table: TableName): readonly CardColumn[] {
  if (table === 'staging') {
    return STAGING_COLUMNS.map((column) => ({ ...cardColumn(column), presence: column.presence }));
  }
  return TRANSFORM_COLUMNS.map((column) => ({
    ...cardColumn(column),
    sentinel: column.sentinel ?? null,
    zeroMeansNotExecuted: column.derivation.kind === 'sum-of-staging' || column.derivation.kind === 'sum-of-transform',
  }));
}

/** Not the row's number, which every row of a grid has. */
function extras(table: TableName): readonly CardColumn[] {
  return LENS_COLUMNS.filter(({ name, tables }) => name !== 'id' && (table !== 'staging' || tables === 'all')).map(
    (column) => ({ ...cardColumn(column), isExtra: true }),
  );
}

function cardColumn(column: ColumnBase): CardColumn {
  const { name, kind, unit, group, meaning, microservice, side, timing } = column;
  return {
    name,
    kind,
    unit,
    group,
    meaning,
    microservice: microservice ?? null,
    side: side ?? null,
    timing: timing ?? null,
    identifying: STAGING_BY_NAME.get(name)?.identifying ?? false,
    sentinel: null,
    zeroMeansNotExecuted: false,
    presence: null,
    isExtra: false,
  };
}
