import type { IDatasource, IGetRowsParams, SortModelItem } from 'ag-grid-community';
import type { TableName } from '../../../../shared/contract/ledger.ts';
import type { RowOrder, RowSelection } from '../../../../shared/contract/row-selection.ts';
import type { AppError } from '../../../../shared/result.ts';
import type { CallClient } from '../../../../shared/rpc/call-client.ts';
import { pageRows } from './page-row.ts';

/** What the rows of a table are asked for with. */
export interface RowWish {
  readonly workspace: string;
  readonly table: TableName;
  readonly selection: RowSelection;
  readonly columns: readonly string[];
}

/** The engine is being started again: how often and after how many milliseconds a page is asked for once more. */
const RETRIES = 8;
const RETRY_AFTER = 350;

/** Gives the grid its pages. What is still under way when the view changes is cancelled. */
export class RowSource implements IDatasource {
  readonly #client: CallClient;
  readonly #onFailure: (error: AppError | null) => void;
  #wish: RowWish | null = null;
  #underWay = new AbortController();

  /** `onFailure` hears null as soon as pages come again. */
  constructor(client: CallClient, onFailure: (error: AppError | null) => void) {
    this.#client = client;
    this.#onFailure = onFailure;
  }

  /** What is asked for from now on. */
  wish(wish: RowWish): void {
    this.#wish = wish;
  }

  getRows(params: IGetRowsParams): void {
    void this.#answer(params, this.#underWay.signal);
  }

  /** Gives up every page that is under way. */
  cancel(): void {
    this.#underWay.abort();
    this.#underWay = new AbortController();
  }

  /** The grid lets go of its source whenever it is given one, be it the same. */
  destroy(): void {
    this.cancel();
  }

  async #answer(params: IGetRowsParams, signal: AbortSignal): Promise<void> {
    const { startRow: offset, endRow, sortModel } = params;
    for (let attempt = 0; ; attempt += 1) {
      if (this.#wish === null) break;
      const { columns, ...rest } = this.#wish;
      const answer = await this.#client.invoke(
        'grid.rows',
        { ...rest, columns: [...columns], order: orderOf(sortModel), offset, limit: endRow - offset },
        { signal },
      );
      if (signal.aborted) break;
      if (answer.ok) {
        const { block, rowCount } = answer.value;
        const isEnd = block.rows < endRow - offset;
        params.successCallback(pageRows(block), rowCount ?? (isEnd ? offset + block.rows : undefined));
        this.#onFailure(null);
        return;
      }
      if (answer.error.code !== 'ENGINE_STOPPED' || attempt === RETRIES) {
        this.#onFailure(answer.error);
        break;
      }
      await new Promise((resolve) => {
        setTimeout(resolve, RETRY_AFTER);
      });
    }
    params.failCallback();
  }
}

/** The grid's own way to tell an order, in ours. */
export function orderOf(sortModel: readonly SortModelItem[]): RowOrder {
  return sortModel.map(({ colId, sort }) => ({
    column: colId,
    direction: sort === 'desc' ? ('descending' as const) : ('ascending' as const),
  }));
}
