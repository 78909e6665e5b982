import type { ColumnKind } from '../../src/etl/model/column.ts';
import { DUCKDB } from '../../src/etl/sql/dialects.ts';
import { ATTEMPT_COLUMNS, EXTRA_COLUMNS } from '../../src/etl/transform/extra-columns.ts';

/** A column that queries and filters know beside the published ones. */
export interface LensColumn {
  readonly name: string;
  readonly tables: 'all' | 'transform and no_retries';
  readonly type: string;
  readonly unit: string | null;
  readonly meaning: { readonly en: string; readonly es: string };
}

const type = (kind: ColumnKind): string => DUCKDB.type(kind);

/** The columns of the lens that no export holds, in the order in which queries see them. */
export const LENS_COLUMNS: readonly LensColumn[] = [
  {
    name: 'id',
    tables: 'all',
    type: type('integer'),
    unit: null,
    meaning: { en: 'Number of the row, in the order of import', es: 'Número de la fila, en el orden de importación' },
  },
  {
    name: 'x_epoch_us',
    tables: 'all',
    type: type('integer'),
    unit: 'µs',
    meaning: {
      en: 'Instant of `date`: microseconds since 1970 UTC',
      es: 'Instante de `date`: microsegundos desde 1970 UTC',
    },
  },
  {
    name: 'x_local_time',
    tables: 'transform and no_retries',
    type: 'TIMESTAMP',
    unit: null,
    meaning: {
      en: 'Local clock of `date`, without its offset',
      es: 'Reloj local de `date`, sin su diferencia con UTC',
    },
  },
  ...ATTEMPT_COLUMNS.map((column): LensColumn => ({
    ...column,
    tables: 'transform and no_retries',
    unit: column.name.includes('seconds') ? 's' : null,
  })),
  ...EXTRA_COLUMNS.map(({ name, kind, unit, meaning }): LensColumn => ({
    name,
    tables: 'transform and no_retries',
    type: type(kind),
    unit,
    meaning,
  })),
];
