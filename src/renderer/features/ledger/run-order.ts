import type { Run } from '../../../shared/contract/ledger.ts';

/** What imports can be put in order by. */
export type RunColumn =
  | 'id'
  | 'fileName'
  | 'importedAt'
  | 'read'
  | 'loaded'
  | 'rejected'
  | 'duplicates'
  | 'bytes'
  | 'milliseconds'
  | 'productVersion';

export interface RunOrder {
  readonly column: RunColumn;
  readonly direction: 'ascending' | 'descending';
}

/** The newest import first. */
export const NEWEST_FIRST: RunOrder = { column: 'id', direction: 'descending' };

const TEXTS: ReadonlySet<RunColumn> = new Set(['fileName', 'productVersion', 'importedAt']);
const natural = new Intl.Collator('en', { numeric: true });

/** The order after a click on a column's head: by it, numbers greatest first; a second click turns it round. */
export function nextOrder(order: RunOrder, column: RunColumn): RunOrder {
  if (order.column === column)
    return { column, direction: order.direction === 'ascending' ? 'descending' : 'ascending' };
  return { column, direction: TEXTS.has(column) && column !== 'importedAt' ? 'ascending' : 'descending' };
}

/** Imports in an order; those that are equal in it by their number. */
export function orderedRuns<OneRun extends Run>(runs: readonly OneRun[], { column, direction }: RunOrder): OneRun[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return runs.toSorted((left, right) => sign * compare(left, right, column) || left.id - right.id);
}

function compare(left: Run, right: Run, column: RunColumn): number {
  const one = valueOf(left, column);
  const other = valueOf(right, column);
  return typeof one === 'string' || typeof other === 'string'
    ? natural.compare(String(one), String(other))
    : one - other;
}

function valueOf(run: Run, column: RunColumn): string | number {
  switch (column) {
    case 'read':
    case 'loaded':
    case 'rejected':
    case 'duplicates':
      return run.ledger[column];
    case 'id':
    case 'fileName':
    case 'importedAt':
    case 'bytes':
    case 'milliseconds':
    case 'productVersion':
      return run[column];
  }
}
