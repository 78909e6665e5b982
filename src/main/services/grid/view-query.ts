import type { TableView } from '../../../shared/contract/row-selection.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { orderTerms, selectionPredicate } from '../../../etl/sql/row-selection.ts';
import type { RowOrderQuery } from '../../engine/grid/row-order.ts';

/** What a view of a table asks of the lens. */
export interface ViewQuery extends RowOrderQuery {
  /** Every row of the table is in the view. */
  readonly isWhole: boolean;
  /** The rows come in the order of import. */
  readonly isInImportOrder: boolean;
}

/** Throws `UNKNOWN_COLUMN` for a column that the table has not, and `USAGE` for a filter that does not fit its column. */
export function viewQuery({ table, selection, order }: TableView): ViewQuery {
  const { sql, parameters } = valueOrThrow(selectionPredicate(selection, table));
  const isWhole = sql === 'TRUE';
  return {
    rows: `FROM ${table}${isWhole ? '' : ` WHERE ${sql}`}`,
    parameters,
    order: valueOrThrow(orderTerms(order, table)),
    isWhole,
    isInImportOrder: order.length === 0,
  };
}
