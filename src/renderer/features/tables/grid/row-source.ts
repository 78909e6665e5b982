import type { IDatasource, IGetRowsParams, SortModelItem } from 'ag-grid-community';
import type { TableName } from '../../../../shared/contract/ledger.ts';
import type { RowOrder, RowSelection } from '../../../../shared/contract/row-selection.ts';
import type { WindowCallAnswer, WindowCallRequest } from '../../../../shared/contract/calls.ts';
import type { AppError, Result } from '../../../../shared/result.ts';
import type { CallClient } from '../../../../shared/rpc/call-client.ts';
import { pageRows } from './page-row.ts';

/** What the rows of a table are asked for with. */
export interface RowWish {
  readonly workspace: string;
  readonly table: TableName;
  readonly selection: RowSelection;
  readonly columns: readonly string[];
}

/** A page as the grid asks for it. */
export type PageWish = Pick<IGetRowsParams, 'startRow' | 'endRow' | 'sortModel' | 'successCallback' | 'failCallback'>;

type PageAnswer = Promise<Result<WindowCallAnswer<'grid.rows'>>>;

/** The engine is being started again: how often and after how many milliseconds a page is asked for once more. */
const RETRIES = 8;
const RETRY_AFTER = 350;

/** Gives the grid its pages. What is still under way when the view changes is cancelled. */
export class RowSource implements IDatasource {
  readonly #client: CallClient;
  readonly #onFailure: (error: AppError | null) => void;
  #wish: RowWish | null = null;
  #rowCount: number | null = null;
  #hasRows = false;
  #underWay = new AbortController();
  /** The first page, asked for before the grid was there to ask. */
  #ahead: { readonly request: string; readonly answer: PageAnswer } | null = null;

  /** `onFailure` hears null as soon as pages come again. */
  constructor(client: CallClient, onFailure: (error: AppError | null) => void) {
    this.#client = client;
    this.#onFailure = onFailure;
  }

  /** What is asked for from now on. */
  wish(wish: RowWish): void {
    this.#wish = wish;
  }

  /** How many rows there are to what is asked for; null while they are counted. */
  count(rows: number | null): void {
    this.#rowCount = rows;
  }

  /** A page has come. */
  get hasRows(): boolean {
    return this.#hasRows;
  }

  /** Asks for the first page while the grid is still being made. */
  begin(order: RowOrder, limit: number): void {
    if (this.#wish === null) return;
    const request = requestOf(this.#wish, order, 0, limit);
    const answer = this.#client.invoke('grid.rows', request, { signal: this.#underWay.signal });
    this.#ahead = { request: JSON.stringify(request), answer };
  }

  getRows(params: PageWish): void {
    void this.#answer(params, this.#underWay.signal);
  }

  /** Gives up every page that is under way. */
  cancel(): void {
    this.#ahead = null;
    this.#underWay.abort();
    this.#underWay = new AbortController();
  }

  /** The grid lets go of its source whenever it is given one, be it the same. */
  destroy(): void {
    this.cancel();
  }

  async #answer(params: PageWish, signal: AbortSignal): Promise<void> {
    const { startRow: offset, endRow, sortModel } = params;
    for (let attempt = 0; ; attempt += 1) {
      if (this.#wish === null) break;
      const answer = await this.#ask(requestOf(this.#wish, orderOf(sortModel), offset, endRow - offset), signal);
      if (signal.aborted) break;
      if (answer.ok) {
        const { block, rowCount } = answer.value;
        const isEnd = block.rows < endRow - offset;
        const known = rowCount ?? this.#rowCount ?? (isEnd ? offset + block.rows : undefined);
        this.#hasRows = true;
        params.successCallback(pageRows(block), known);
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

  #ask(request: WindowCallRequest<'grid.rows'>, signal: AbortSignal): PageAnswer {
    const ahead = this.#ahead;
    this.#ahead = null;
    return ahead !== null && ahead.request === JSON.stringify(request)
      ? ahead.answer
      : this.#client.invoke('grid.rows', request, { signal });
  }
}

function requestOf(
  { columns, ...scope }: RowWish,
  order: RowOrder,
  offset: number,
  limit: number,
): WindowCallRequest<'grid.rows'> {
  return { ...scope, columns: [...columns], order, offset, limit };
}

/** The grid's own way to tell an order, in ours. */
export function orderOf(sortModel: readonly SortModelItem[]): RowOrder {
  return sortModel.map(({ colId, sort }) => ({
    column: colId,
    direction: sort === 'desc' ? ('descending' as const) : ('ascending' as const),
  }));
}
