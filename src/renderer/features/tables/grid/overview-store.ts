import type { ColumnOverview } from '../../../../shared/contract/grid.ts';
import type { TableName } from '../../../../shared/contract/ledger.ts';
import type { RowSelection } from '../../../../shared/contract/row-selection.ts';
import type { CallClient } from '../../../../shared/rpc/call-client.ts';

/** How the values of a column are spread over the present selection. */
export interface HeadOverview extends ColumnOverview {
  readonly rows: number;
}

/** Rows come first; then what the heads want is asked for together. */
const REST = 120;
const MOST_AT_ONCE = 12;
const SELECTIONS_KEPT = 8;

/**
 * What the heads of a table show: asked for by the heads that are in sight, several columns at a time, one call after the
 * other, and kept for the last few selections.
 */
export class OverviewStore {
  readonly #client: CallClient;
  readonly #scope: { readonly workspace: string; readonly table: TableName };
  readonly #listeners = new Set<() => void>();
  readonly #wanted = new Map<string, number>();
  #kept = new Map<string, Map<string, HeadOverview | null>>();
  #selection: RowSelection = { filters: [], search: '' };
  #underWay: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(client: CallClient, workspace: string, table: TableName) {
    this.#client = client;
    this.#scope = { workspace, table };
  }

  /** The rows that overviews are of from now on. */
  select(selection: RowSelection): void {
    if (JSON.stringify(selection) === JSON.stringify(this.#selection)) return;
    this.#selection = selection;
    this.#begin();
  }

  /** Forgets everything: the rows have changed. */
  clear(): void {
    this.#kept = new Map();
    this.#begin();
  }

  /** The overview of a column; undefined where it is not known yet, null where it could not be had. */
  get(column: string): HeadOverview | null | undefined {
    return this.#kept.get(JSON.stringify(this.#selection))?.get(column);
  }

  /** Asks for a column as long as the function that it returns is not called. */
  want(column: string): () => void {
    this.#wanted.set(column, (this.#wanted.get(column) ?? 0) + 1);
    this.#schedule();
    return () => {
      const left = (this.#wanted.get(column) ?? 1) - 1;
      if (left === 0) this.#wanted.delete(column);
      else this.#wanted.set(column, left);
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#underWay?.abort();
    this.#underWay = null;
  }

  #begin(): void {
    this.close();
    this.#tell();
    this.#schedule();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #schedule(): void {
    if (this.#timer !== null || this.#underWay !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#ask();
    }, REST);
  }

  async #ask(): Promise<void> {
    const columns = [...this.#wanted.keys()].filter((name) => this.get(name) === undefined).slice(0, MOST_AT_ONCE);
    if (columns.length === 0 || this.#underWay !== null) return;
    const selection = this.#selection;
    const controller = new AbortController();
    this.#underWay = controller;
    const answer = await this.#client.invoke(
      'grid.overview',
      { ...this.#scope, columns, selection },
      { signal: controller.signal },
    );
    if (controller.signal.aborted) return;
    this.#underWay = null;
    const key = JSON.stringify(selection);
    const known = this.#kept.get(key) ?? new Map<string, HeadOverview | null>();
    this.#kept.delete(key);
    this.#kept.set(key, known);
    for (const name of columns) known.set(name, null);
    if (answer.ok) {
      const { rows } = answer.value;
      for (const overview of answer.value.columns) known.set(overview.column, { ...overview, rows });
    }
    for (const oldest of [...this.#kept.keys()].slice(0, -SELECTIONS_KEPT)) this.#kept.delete(oldest);
    this.#tell();
    this.#schedule();
  }
}
