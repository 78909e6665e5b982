import { AppException } from '../../../shared/result.ts';
import { bookStamp } from '../book/book-rows.ts';
import type { WorkspaceAccess } from '../workspace-access.ts';
import { KeptByUse } from './kept-by-use.ts';
import { readRowIds, type RowIds, type RowOrderQuery } from './row-order.ts';

/** A view of a workspace whose order is wanted. `stamp` is the state that it is about. */
export interface RowOrderRequest {
  /** Absolute path. */
  readonly workspace: string;
  readonly stamp: string;
  readonly query: RowOrderQuery;
}

/** A computed order, with the state of the workspace that it holds for: a newer one than was asked for after an import. */
export interface RowOrderAnswer {
  readonly stamp: string;
  readonly ids: RowIds;
}

interface Kept extends RowOrderAnswer {
  readonly request: RowOrderRequest;
}

interface Running {
  readonly request: RowOrderRequest;
  readonly answer: Promise<RowOrderAnswer>;
  readonly stop: AbortController;
  waiting: number;
  /** Begun ahead of anybody who waits for it. */
  isAhead: boolean;
}

const MOST_BYTES = 400 * 2 ** 20;

/**
 * The orders of the views that are being looked at. Each is computed once, by the lens, however many ask for it, and kept
 * until others need its memory. One that nobody waits for any more is interrupted.
 */
export class RowOrders {
  readonly #access: WorkspaceAccess;
  readonly #kept: KeptByUse<Kept>;
  readonly #running = new Map<string, Running>();

  constructor(access: WorkspaceAccess, mostBytes = MOST_BYTES) {
    this.#access = access;
    this.#kept = new KeptByUse(mostBytes);
  }

  /** The order, where it is at hand. */
  kept(request: RowOrderRequest): RowOrderAnswer | undefined {
    return this.#kept.get(orderKey(request));
  }

  /** The order, computed now where it is not at hand. Throws `CANCELLED` when the signal is raised. */
  async wanted(request: RowOrderRequest, signal: AbortSignal): Promise<RowOrderAnswer> {
    const kept = this.kept(request);
    if (kept !== undefined) return kept;
    const running = this.#started(request);
    return this.#waited(running, signal);
  }

  /** Begins to compute an order that is likely to be asked for next, instead of any that was begun so and that nobody waits for. */
  begin(request: RowOrderRequest): void {
    if (this.kept(request) !== undefined) return;
    const key = orderKey(request);
    for (const [other, running] of this.#running) {
      if (other === key || running.request.workspace !== request.workspace) continue;
      running.isAhead = false;
      stopIfUnwanted(running);
    }
    const running = this.#started(request);
    running.isAhead = true;
    // Nobody waits: whoever asks next computes it again and is told what failed.
    running.answer.catch(() => undefined);
  }

  /** How many rows a selection has, where an order of it is at hand or on its way; else `null`. */
  async rowCount(request: RowOrderRequest, signal: AbortSignal): Promise<number | null> {
    const selection = selectionKey(request);
    const kept = this.#kept.values().find((one) => selectionKey(one.request) === selection);
    if (kept !== undefined) return kept.ids.length;
    const running = [...this.#running.values()].find((one) => selectionKey(one.request) === selection);
    return running === undefined ? null : (await this.#waited(running, signal)).ids.length;
  }

  #started(request: RowOrderRequest): Running {
    const key = orderKey(request);
    const known = this.#running.get(key);
    if (known !== undefined && !known.stop.signal.aborted) return known;
    const stop = new AbortController();
    const running: Running = {
      request,
      stop,
      waiting: 0,
      isAhead: false,
      answer: this.#computed(request, stop.signal).finally(() => {
        if (this.#running.get(key) === running) this.#running.delete(key);
      }),
    };
    this.#running.set(key, running);
    return running;
  }

  async #computed(request: RowOrderRequest, signal: AbortSignal): Promise<RowOrderAnswer> {
    const answer = await this.#access.withLens(
      request.workspace,
      async (lens, book) => ({ stamp: bookStamp(book), ids: await readRowIds(lens, request.query) }),
      { signal },
    );
    this.#forgetOlder(request.workspace, answer.stamp);
    const current = { ...request, stamp: answer.stamp };
    this.#kept.set(orderKey(current), { ...answer, request: current }, answer.ids.byteLength);
    return answer;
  }

  async #waited(running: Running, signal: AbortSignal): Promise<RowOrderAnswer> {
    running.waiting += 1;
    const { promise: given, reject: giveUp } = Promise.withResolvers<never>();
    const onAbort = (): void => giveUp(new AppException('CANCELLED', 'Cancelled.', 'Nothing was changed.'));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
    try {
      return await Promise.race([running.answer, given]);
    } finally {
      signal.removeEventListener('abort', onAbort);
      running.waiting -= 1;
      stopIfUnwanted(running);
    }
  }

  #forgetOlder(workspace: string, stamp: string): void {
    const older = this.#kept.values().filter((one) => one.request.workspace === workspace && one.stamp !== stamp);
    for (const { request } of older) this.#kept.delete(orderKey(request));
  }
}

function stopIfUnwanted({ waiting, isAhead, stop }: Running): void {
  if (waiting === 0 && !isAhead) stop.abort();
}

const selectionKey = ({ workspace, stamp, query }: RowOrderRequest): string =>
  JSON.stringify([workspace, stamp, query.rows, query.parameters]);

const orderKey = (request: RowOrderRequest): string => JSON.stringify([selectionKey(request), request.query.order]);
