import { statSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { AppException } from '../../../shared/result.ts';
import type { BookDatabase } from '../book/open-book.ts';
import { beginSnapshot, endSnapshot } from '../book/snapshot.ts';
import { translateSqliteError } from '../book/sqlite-error.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import { openCurrentLens } from '../lens/current-lens.ts';
import { isLensDamaged, isLensGivenUp, translateLensError } from '../lens/lens-error.ts';
import type { LensReading, WorkspacePaths } from '../workspace.ts';
import { KeptBooks } from './kept-books.ts';
import { KeptLens } from './kept-lens.ts';
import { orAborted } from './or-aborted.ts';

const MEBIBYTE = 1024 * 1024;
/** A sixteenth of the machine's memory, of which blocks that were read stay in memory while there is room. In MiB. */
const MEMORY = Math.round(Math.min(1024, Math.max(512, totalmem() / MEBIBYTE / 16)));
/** More only wait for memory. */
const THREADS = Math.min(8, availableParallelism());

/** A user's statements get a database of their own, which is sealed. */
type Kind = 'open' | 'sealed';

/** The databases of one workspace, open for as many calls as come. */
export class KeptWorkspace {
  readonly #paths: WorkspacePaths;
  readonly #identity: string | null;
  readonly #books: KeptBooks;
  readonly #lenses = new Map<Kind, KeptLens>();
  readonly #opening = new Map<Kind, Promise<void>>();
  readonly #closing = new AbortController();
  #calls = 0;
  #lastCall = performance.now();
  #onIdle: (() => void) | null = null;

  constructor(paths: WorkspacePaths) {
    this.#paths = paths;
    this.#identity = identityOf(paths);
    this.#books = new KeptBooks(paths);
  }

  /** Whether the folder still holds the workspace that was opened, and not another of the same name. */
  get isThere(): boolean {
    return identityOf(this.#paths) === this.#identity;
  }

  /** How long nobody has called, in milliseconds; 0 while somebody does. */
  get idleFor(): number {
    return this.#calls > 0 ? 0 : performance.now() - this.#lastCall;
  }

  withBook<T>(use: (book: BookDatabase) => T | Promise<T>): Promise<T> {
    return this.#call(async (book) => {
      await beginSnapshot(book);
      return use(book);
    });
  }

  withLens<T>(
    use: (lens: DuckDbSession, book: BookDatabase) => Promise<T>,
    { signal, sealed = false, isDamage = isLensDamaged }: LensReading,
  ): Promise<T> {
    const stop = signal === undefined ? this.#closing.signal : AbortSignal.any([signal, this.#closing.signal]);
    const kind = sealed ? 'sealed' : 'open';
    const once = async (book: BookDatabase, distrusted: string | null): Promise<Reading<T>> => {
      const lens = await this.#heldLens(kind, book, distrusted, stop);
      try {
        const session = await lens.session(stop);
        try {
          return { answer: await use(session, book) };
        } finally {
          session.close();
        }
      } catch (error) {
        const damaged = isDamage(error);
        if (stop.aborted || (!damaged && !isLensGivenUp(error))) throw error;
        this.#retire(kind, lens);
        return { error, distrusted: damaged ? lens.version : null };
      } finally {
        endSnapshot(book);
        lens.release();
        this.#letGoOfNext(kind, lens);
      }
    };
    return this.#call(async (book) => {
      let reading = await once(book, null);
      if ('error' in reading) reading = await once(book, reading.distrusted);
      if ('error' in reading) throw reading.error;
      return reading.answer;
    });
  }

  /** Stops the calls that are under way and closes everything once they have ended. */
  async close(): Promise<void> {
    this.#closing.abort(new AppException('CANCELLED', 'The workspace was closed.', 'Open it again.'));
    if (this.#calls > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve));
    for (const [kind, lens] of this.#lenses) this.#retire(kind, lens);
    this.#books.close();
  }

  async #call<T>(use: (book: BookDatabase) => Promise<T>): Promise<T> {
    this.#calls += 1;
    try {
      const book = await this.#books.take();
      try {
        return await use(book);
      } finally {
        this.#books.giveBack(book);
      }
    } catch (error) {
      this.#closing.signal.throwIfAborted();
      throw translateSqliteError(translateLensError(error), this.#paths.book);
    } finally {
      this.#calls -= 1;
      this.#lastCall = performance.now();
      if (this.#calls === 0) this.#onIdle?.();
    }
  }

  /** A lens that mirrors the state which `book` sees from here on; its caller releases it. */
  async #heldLens(kind: Kind, book: BookDatabase, distrusted: string | null, stop: AbortSignal): Promise<KeptLens> {
    for (;;) {
      stop.throwIfAborted();
      const stamp = await beginSnapshot(book);
      const kept = this.#lenses.get(kind);
      if (kept?.stamp === stamp && (distrusted === null || kept.version !== distrusted)) {
        kept.hold();
        return kept;
      }
      endSnapshot(book);
      // Those of an older state would keep some systems from replacing the file.
      for (const [other, lens] of this.#lenses) if (other === kind || lens.stamp !== stamp) this.#retire(other, lens);
      await orAborted(this.#open(kind, distrusted), stop);
    }
  }

  /** Opens a current lens, once for all calls that want it; it goes on when one of them is cancelled. */
  #open(kind: Kind, distrusted: string | null): Promise<void> {
    const under = this.#opening.get(kind);
    if (under !== undefined) return under;
    const opening = this.#call(async (book) => {
      const lens = await openCurrentLens(this.#paths, book, {
        memory: MEMORY,
        threads: THREADS,
        sealed: kind === 'sealed',
        distrusted,
        signal: this.#closing.signal,
      });
      this.#lenses.set(kind, new KeptLens(lens));
    }).finally(() => this.#opening.delete(kind));
    // Whoever waits for it is told; nobody may.
    opening.catch(() => undefined);
    this.#opening.set(kind, opening);
    return opening;
  }

  #retire(kind: Kind, lens: KeptLens): void {
    if (this.#lenses.get(kind) === lens) this.#lenses.delete(kind);
    lens.retire();
  }

  /** A lens that could not take its place is given up between calls, so that it can. */
  #letGoOfNext(kind: Kind, lens: KeptLens): void {
    if (lens.isIdle && lens.path === this.#paths.nextLens) this.#retire(kind, lens);
  }
}

type Reading<T> =
  | { readonly answer: T }
  /** What is wrong with the lens, and its version where that must not be opened again. */
  | { readonly error: unknown; readonly distrusted: string | null };

function identityOf({ book }: WorkspacePaths): string | null {
  const stat = statSync(book, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev} ${stat.ino} ${stat.birthtimeNs}`;
}
