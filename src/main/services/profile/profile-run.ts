import { AppException } from '../../../shared/result.ts';
import type { LensReader, LensRow, LensValue } from '../../engine/lens-reader.ts';

/** How many columns one statement reads: enough to keep the engine's threads busy, few enough to be planned fast and interrupted soon. */
const COLUMNS_PER_STATEMENT = 8;

/** One branch of a statement: a query and the values of its placeholders. */
export interface Branch {
  readonly sql: string;
  readonly parameters?: readonly LensValue[];
}

/** Reads a table column by column on behalf of one profile: reports progress and stops between statements. */
export class ProfileRun {
  readonly #lens: LensReader;
  readonly #signal: AbortSignal | undefined;
  readonly #onProgress: ((fraction: number) => void) | undefined;
  readonly #branchesInAll: number;
  #branchesRead = 0;

  constructor(
    lens: LensReader,
    branchesInAll: number,
    signal: AbortSignal | undefined,
    onProgress: ((fraction: number) => void) | undefined,
  ) {
    this.#lens = lens;
    this.#branchesInAll = branchesInAll;
    this.#signal = signal;
    this.#onProgress = onProgress;
  }

  /** The rows of every item's query; each carries in `item` the position of its item. An item without a query (`null`) has no rows. */
  async read<T>(items: readonly T[], query: (item: T) => Branch | null): Promise<readonly (readonly LensRow[])[]> {
    const answers: LensRow[][] = items.map(() => []);
    for (let from = 0; from < items.length; from += COLUMNS_PER_STATEMENT) {
      const branches = items.slice(from, from + COLUMNS_PER_STATEMENT).flatMap((item, offset) => {
        const branch = query(item);
        return branch === null ? [] : [{ ...branch, position: from + offset }];
      });
      for (const row of await this.#statement(branches)) answers[Number(row['item'])]?.push(row);
      this.#advance(Math.min(COLUMNS_PER_STATEMENT, items.length - from));
    }
    return answers;
  }

  /** The rows of one query of its own. */
  async readOne(branch: Branch): Promise<readonly LensRow[]> {
    const rows = await this.#ask(branch);
    this.#advance(1);
    return rows;
  }

  async #statement(branches: readonly (Branch & { readonly position: number })[]): Promise<readonly LensRow[]> {
    this.#stopIfAborted();
    if (branches.length === 0) return [];
    return this.#ask({
      sql: branches.map(({ sql, position }) => `(SELECT ${position} AS item, * FROM (${sql}))`).join(' UNION ALL '),
      parameters: branches.flatMap(({ parameters }) => parameters ?? []),
    });
  }

  #ask({ sql, parameters }: Branch): Promise<readonly LensRow[]> {
    this.#stopIfAborted();
    return this.#lens.rows(sql, parameters);
  }

  #advance(branches: number): void {
    this.#branchesRead += branches;
    this.#onProgress?.(Math.min(1, this.#branchesRead / this.#branchesInAll));
  }

  #stopIfAborted(): void {
    if (this.#signal?.aborted === true) {
      throw new AppException('CANCELLED', 'The profile was cancelled.', 'Start it again when you need it.', {
        cause: this.#signal.reason,
      });
    }
  }
}
