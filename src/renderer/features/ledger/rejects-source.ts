import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import type { AppError } from '../../../shared/result.ts';
import type { CallClient } from '../../../shared/rpc/call-client.ts';
import type { RejectsFilter } from './rejects-route.ts';

/** The engine is being started again: how often and after how many milliseconds a page is asked for once more. */
const RETRIES = 8;
const RETRY_AFTER = 350;

/** Gives the list of rejects its pages. */
export class RejectsSource implements IDatasource {
  readonly #client: CallClient;
  readonly #workspace: string;
  readonly #filter: RejectsFilter;
  readonly #onTotal: (total: number) => void;
  readonly #onFailure: (error: AppError | null) => void;
  readonly #gone = new AbortController();

  constructor(
    client: CallClient,
    workspace: string,
    filter: RejectsFilter,
    onTotal: (total: number) => void,
    onFailure: (error: AppError | null) => void,
  ) {
    this.#client = client;
    this.#workspace = workspace;
    this.#filter = filter;
    this.#onTotal = onTotal;
    this.#onFailure = onFailure;
  }

  getRows(params: IGetRowsParams): void {
    void this.#answer(params);
  }

  destroy(): void {
    this.#gone.abort();
  }

  async #answer(params: IGetRowsParams): Promise<void> {
    const { startRow: offset, endRow } = params;
    const request = { workspace: this.#workspace, ...this.#filter, offset, limit: endRow - offset };
    for (let attempt = 0; attempt <= RETRIES; attempt += 1) {
      const answer = await this.#client.invoke('workspace.rejects', request, { signal: this.#gone.signal });
      if (this.#gone.signal.aborted) return;
      if (answer.ok) {
        const { rejects, total } = answer.value;
        params.successCallback(rejects, total);
        this.#onTotal(total);
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
