import type { ColumnOverview } from '../../../shared/contract/grid.ts';
import type { WorkspaceAccess } from '../workspace-access.ts';
import { KeptByUse } from './kept-by-use.ts';
import { RowOrders } from './row-orders.ts';

const MOST_OVERVIEWS = 2000;

/** What an app remembers of the views that are being looked at, so that the next page of one costs little. */
export class GridMemory {
  readonly orders: RowOrders;
  /** How the values of a column are spread, by workspace, its state, selection and column. */
  readonly overviews = new KeptByUse<ColumnOverview>(MOST_OVERVIEWS);

  constructor(access: WorkspaceAccess) {
    this.orders = new RowOrders(access);
  }
}
