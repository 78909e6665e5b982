import type { DuckDbSession } from '../duckdb-session.ts';
import type { OpenLens } from '../lens/lens-file.ts';

/** An open lens that calls share: each has a session of its own. Closed when it is retired and the last call has ended. */
export class KeptLens {
  readonly #lens: OpenLens;
  #calls = 0;
  #isRetired = false;

  constructor(lens: OpenLens) {
    this.#lens = lens;
  }

  get stamp(): string {
    return this.#lens.stamp;
  }

  /** Where it lies; null in memory. */
  get path(): string | null {
    return this.#lens.file?.path ?? null;
  }

  get version(): string | null {
    return this.#lens.file?.version ?? null;
  }

  get isIdle(): boolean {
    return this.#calls === 0;
  }

  /** Keeps it open until `release`. */
  hold(): void {
    this.#calls += 1;
  }

  release(): void {
    this.#calls -= 1;
    if (this.#isRetired && this.isIdle) this.#lens.database.close();
  }

  session(signal: AbortSignal): Promise<DuckDbSession> {
    return this.#lens.database.session(signal);
  }

  /** No further call takes it. */
  retire(): void {
    if (this.#isRetired) return;
    this.#isRetired = true;
    if (this.isIdle) this.#lens.database.close();
  }
}
