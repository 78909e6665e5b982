import type { ColumnBase, ColumnKind } from '../model/column.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { ATTEMPT_COLUMNS, EXTRA_COLUMNS } from './extra-columns.ts';

/** A column that queries and filters know beside the published ones. */
export interface LensColumn extends ColumnBase {
  readonly tables: 'all' | 'transform and no_retries';
  /** DuckDB's name of its type. */
  readonly type: string;
}

const type = (kind: ColumnKind): string => DUCKDB.type(kind);
const KINDS = { BIGINT: 'integer', BOOLEAN: 'boolean', DOUBLE: 'duration' } as const;

/** The columns of the lens that no export holds unasked, in the order in which queries see them. */
export const LENS_COLUMNS: readonly LensColumn[] = [
  {
    name: 'id',
    tables: 'all',
    kind: 'integer',
    type: type('integer'),
    unit: null,
    group: 'identity',
    meaning: { en: 'Number of the row, in the order of import', es: 'Número de la fila, en el orden de importación' },
  },
  {
    name: 'x_epoch_us',
    tables: 'all',
    kind: 'integer',
    type: type('integer'),
    unit: 'µs',
    group: 'date',
    meaning: {
      en: 'Instant of `date`: microseconds since 1970 UTC',
      es: 'Instante de `date`: microsegundos desde 1970 UTC',
    },
  },
  {
    name: 'x_local_time',
    tables: 'transform and no_retries',
    kind: 'timestamp',
    type: 'TIMESTAMP',
    unit: null,
    group: 'date',
    meaning: {
      en: 'Local clock of `date`, without its offset',
      es: 'Reloj local de `date`, sin su diferencia con UTC',
    },
  },
  ...ATTEMPT_COLUMNS.map((column): LensColumn => ({
    ...column,
    tables: 'transform and no_retries',
    kind: KINDS[column.type],
    unit: column.name.includes('seconds') ? 's' : null,
    group: 'answer',
  })),
  ...EXTRA_COLUMNS.map(({ expression: _, ...column }): LensColumn => ({
    ...column,
    tables: 'transform and no_retries',
    type: type(column.kind),
    group: 'time',
  })),
];
