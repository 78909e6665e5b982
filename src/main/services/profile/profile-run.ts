import { AppException } from '../../../shared/result.ts';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import { columnList } from '../../../etl/sql/table-definition.ts';
import type { LensReader, LensRow, LensValue } from '../../engine/lens-reader.ts';
import { SOURCE } from './profile-sql.ts';
import type { ProfiledColumn } from './profiled-column.ts';

/** How many columns one statement reads: enough to keep the engine's threads busy, few enough to be planned fast and interrupted soon. */
const COLUMNS_PER_STATEMENT = 24;

/** One branch of a statement: a query and the values of its placeholders. */
export interface Branch {
  readonly sql: string;
  readonly parameters?: readonly LensValue[];
}

/** Reads a table of the lens column by column on behalf of one profile: reports progress and stops between statements. */
export class ProfileRun {
  readonly #lens: LensReader;
  readonly #table: string;
  readonly #signal: AbortSignal | undefined;
  readonly #onProgress: ((fraction: number) => void) | undefined;
  readonly #branchesInAll: number;
  #branchesRead = 0;

  constructor(
    lens: LensReader,
    table: string,
    branchesInAll: number,
    signal: AbortSignal | undefined,
    onProgress: ((fraction: number) => void) | undefined,
  ) {
    this.#lens = lens;
    this.#table = table;
    this.#branchesInAll = branchesInAll;
    this.#signal = signal;
    this.#onProgress = onProgress;
  }

  /** The rows of the query for every column, which reads from `SOURCE`. A column without a query (`null`) has no rows. */
  async read(
    columns: readonly ProfiledColumn[],
    query: (column: ProfiledColumn, position: number) => Branch | null,
  ): Promise<readonly (readonly LensRow[])[]> {
    const answers: LensRow[][] = columns.map(() => []);
    for (let from = 0; from < columns.length; from += COLUMNS_PER_STATEMENT) {
      const some = columns.slice(from, from + COLUMNS_PER_STATEMENT);
      const branches = some.flatMap((column, offset) => {
        const branch = query(column, from + offset);
        return branch === null ? [] : [{ ...branch, column, position: from + offset }];
      });
      for (const row of await this.#statement(branches)) answers[Number(row['item'])]?.push(row);
      this.#advance(some.length);
    }
    return answers;
  }

  /** The rows of one query of its own. */
  async readOne(branch: Branch): Promise<readonly LensRow[]> {
    const rows = await this.#ask(branch);
    this.#advance(1);
    return rows;
  }

  /** The columns are read once into a narrow source: a branch that reads a wide view itself costs more to plan than to run. */
  async #statement(
    branches: readonly (Branch & { readonly column: ProfiledColumn; readonly position: number })[],
  ): Promise<readonly LensRow[]> {
    this.#stopIfAborted();
    if (branches.length === 0) return [];
    const source = `SELECT ${columnList(
      branches.map(({ column }) => column),
      DUCKDB,
    )} FROM ${this.#table}`;
    const queries = branches.map(({ sql, position }) => `(SELECT ${position} AS item, * FROM (${sql}))`);
    return this.#ask({
      sql: `WITH ${SOURCE} AS MATERIALIZED (${source}) ${queries.join(' UNION ALL ')}`,
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
