import type { TableName } from '../../../../shared/contract/ledger.ts';
import { valueOrThrow } from '../../../../shared/result.ts';
import { tableColumns } from '../../../../etl/model/table-columns.ts';
import { presentValue } from '../../../../etl/sql/column-predicate.ts';
import { knownColumn } from '../../../../etl/sql/known-column.ts';
import { selectionColumns } from '../../../../etl/sql/selection-columns.ts';

/** A column as its overview needs it. */
export interface OverviewColumn {
  readonly name: string;
  readonly shape: 'number' | 'time' | 'category';
  /** The SQL of its value, NULL where missing: a number, of milliseconds for a time, or what is counted. */
  readonly value: string;
  readonly isWhole: boolean;
}

/** A code is a name in digits: its bins say nothing, its most frequent values do. Throws `UNKNOWN_COLUMN`. */
export function overviewColumn(name: string, table: TableName): OverviewColumn {
  const column = valueOrThrow(knownColumn(name, table, selectionColumns(table)));
  const isCode = tableColumns(table).some((known) => known.name === name && known.unit === 'code');
  const value = presentValue(column);
  switch (column.kind) {
    case 'text':
    case 'boolean':
      return { name, shape: 'category', value, isWhole: false };
    case 'timestamp': {
      const milliseconds = name === 'date' ? '"x_epoch_us" / 1000' : `epoch_ms(${value})`;
      return { name, shape: 'time', value: `CAST(${milliseconds} AS DOUBLE)`, isWhole: false };
    }
    default:
      if (isCode) return { name, shape: 'category', value, isWhole: true };
      return { name, shape: 'number', value: `CAST(${value} AS DOUBLE)`, isWhole: column.kind === 'integer' };
  }
}
