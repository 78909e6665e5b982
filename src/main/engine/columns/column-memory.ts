import { totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { PlainProgress } from '../../../shared/contract/calls.ts';
import type { z } from 'zod';
import { bookStamp } from '../book/book-rows.ts';
import { KeptByUse } from '../grid/kept-by-use.ts';
import type { WorkspaceAccess } from '../workspace-access.ts';
import { openColumns } from './open-columns.ts';
import type { WorkspaceColumns } from './workspace-columns.ts';

const MEBIBYTE = 1024 * 1024;
/** A quarter of the machine's memory at most. */
const MOST_BYTES = Math.min(6144, Math.max(512, totalmem() / MEBIBYTE / 4)) * MEBIBYTE;
/** Columns that nobody has asked about for so many milliseconds are let go. */
const IDLE = 600_000;

/** A call that reads columns. */
export interface ColumnsCall {
  readonly workspace: string;
  readonly access: WorkspaceAccess;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: z.output<typeof PlainProgress>) => void;
}

/** What is known of one state of a workspace whatever columns are loaded. */
export interface ColumnState {
  readonly stamp: string;
  /** Ascending. */
  readonly ids: Float64Array;
}

/**
 * The columns that dashboards have asked for, in memory. They hold for one state of a workspace: the next one begins
 * anew, and those of the state before are let go.
 */
export class ColumnMemory {
  readonly #states = new Map<string, ColumnState>();
  readonly #kept: KeptByUse<object>;
  /** Columns are loaded for one call at a time: others find them there. */
  #loading: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(mostBytes = MOST_BYTES) {
    this.#kept = new KeptByUse(mostBytes);
  }

  /** Gives `use` the columns of the workspace's present state. */
  use<T>(call: ColumnsCall, use: (columns: WorkspaceColumns) => Promise<T>): Promise<T> {
    const folder = resolve(call.workspace);
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#forgetAll(), IDLE).unref();
    return call.access.withLens(
      folder,
      async (lens, book) => {
        const stamp = bookStamp(book);
        this.#forgetOthers(folder, stamp);
        const { signal, onProgress } = call;
        const columns = await openColumns({
          lens,
          stamp,
          signal,
          onProgress,
          state: {
            get: () => this.#states.get(folder),
            set: (state) => void this.#states.set(folder, state),
          },
          kept: {
            get: (key) => this.#kept.get(keyOf(folder, stamp, key)),
            set: (key, value, bytes) => this.#kept.set(keyOf(folder, stamp, key), value, bytes),
          },
          alone: (work) => this.#alone(work),
        });
        return use(columns);
      },
      { signal: call.signal },
    );
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#loading;
    const { promise, resolve: done } = Promise.withResolvers<void>();
    this.#loading = promise;
    await before;
    try {
      return await work();
    } finally {
      done();
    }
  }

  #forgetOthers(folder: string, stamp: string): void {
    const state = this.#states.get(folder);
    if (state === undefined || state.stamp === stamp) return;
    this.#states.delete(folder);
    const prefix = keyOf(folder, state.stamp, '');
    for (const key of this.#kept.keys()) if (key.startsWith(prefix)) this.#kept.delete(key);
  }

  #forgetAll(): void {
    this.#states.clear();
    for (const key of this.#kept.keys()) this.#kept.delete(key);
  }
}

const keyOf = (folder: string, stamp: string, key: string): string => `${folder}\n${stamp}\n${key}`;
