import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { DUCKDB } from '../../etl/sql/dialects.ts';
import type { LensReader, LensRow, LensValue } from './lens-reader.ts';

/** Where a database lives and how much it may take. `memory` in MiB. */
export interface DuckDbOptions {
  readonly path: string;
  readonly memory: number;
  readonly readOnly?: boolean;
  /** Forbids reading or writing any file but the database itself. */
  readonly sealed?: boolean;
  /** The one other file that a sealed database may write. */
  readonly writes?: string | undefined;
  /** Folder for what does not fit in memory, made when needed; null: nothing is written. Not shared with another database. */
  readonly spill?: string | null;
  readonly threads?: number;
}

/** An open DuckDB database, with as many sessions as are wanted; closing it frees the file. */
export class DuckDbDatabase {
  readonly #instance: DuckDBInstance;

  private constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  static async open(options: DuckDbOptions): Promise<DuckDbDatabase> {
    const instance = await DuckDBInstance.create(options.path, {
      // The seal also locks this setting: it comes before.
      ...(options.spill === undefined ? {} : { temp_directory: options.spill ?? '' }),
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
      memory_limit: `${options.memory}MiB`,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(options.readOnly === true ? { access_mode: 'READ_ONLY' } : {}),
      ...(options.sealed === true && options.writes === undefined ? { enable_external_access: 'false' } : {}),
    });
    const database = new DuckDbDatabase(instance);
    await database.#set("SET GLOBAL TimeZone = 'UTC'");
    if (options.sealed === true) await database.seal(options.writes);
    return database;
  }

  /** A session with its own transactions. `signal` stops what it runs, and anything that it would run next. */
  async session(signal?: AbortSignal): Promise<DuckDbSession> {
    signal?.throwIfAborted();
    const session = new DuckDbSession(await this.#instance.connect(), this, signal);
    // A signal that came while it was being connected was heard by nobody.
    if (signal?.aborted === true) session.close();
    signal?.throwIfAborted();
    return session;
  }

  /** Forbids from now on what a `sealed` database forbids, except to write the file `writes`. */
  async seal(writes?: string): Promise<void> {
    if (writes !== undefined) await this.#set(`SET GLOBAL allowed_paths = [${DUCKDB.text(writes)}]`);
    await this.#set('SET GLOBAL enable_external_access = false');
    await this.#set('SET GLOBAL lock_configuration = true');
  }

  close(): void {
    this.#instance.closeSync();
  }

  async #set(statement: string): Promise<void> {
    const connection = await this.#instance.connect();
    try {
      await connection.run(statement);
    } finally {
      connection.closeSync();
    }
  }
}

const MILLISECONDS_BETWEEN_INTERRUPTS = 25;

/** One connection to a DuckDB database. */
export class DuckDbSession implements LensReader {
  readonly connection: DuckDBConnection;
  readonly #database: DuckDbDatabase;
  readonly #signal: AbortSignal | undefined;
  #closed = false;
  #interrupting: NodeJS.Timeout | undefined;
  #ownsDatabase = false;

  constructor(connection: DuckDBConnection, database: DuckDbDatabase, signal?: AbortSignal) {
    this.connection = connection;
    this.#database = database;
    this.#signal = signal;
    signal?.addEventListener('abort', this.#stop);
  }

  /** Opens a database for one session, which closes it. `signal` as for `DuckDbDatabase.session`. */
  static async open(options: DuckDbOptions, signal?: AbortSignal): Promise<DuckDbSession> {
    const database = await DuckDbDatabase.open(options);
    const session = await database.session(signal);
    session.#ownsDatabase = true;
    return session;
  }

  async run(sql: string, parameters: readonly LensValue[] = []): Promise<void> {
    this.#check();
    await this.connection.run(sql, [...parameters]);
  }

  async rows(sql: string, parameters: readonly LensValue[] = []): Promise<readonly LensRow[]> {
    this.#check();
    const reader = await this.connection.runAndReadAll(sql, [...parameters]);
    const names = reader.deduplicatedColumnNames();
    return reader
      .getRows()
      .map((row) => Object.fromEntries(names.map((name, index) => [name, plain(row[index] ?? null)])));
  }

  /** The only row of an answer that has exactly one. */
  async row(sql: string, parameters: readonly LensValue[] = []): Promise<LensRow> {
    const [first, ...more] = await this.rows(sql, parameters);
    if (first === undefined || more.length > 0) throw new Error('expected one row');
    return first;
  }

  /** A further session over the same database, stopped by the same signal. Its owner closes it. */
  connect(): Promise<DuckDbSession> {
    return this.#database.session(this.#signal);
  }

  /** Stops what is running; the session stays usable. */
  interrupt(): void {
    if (!this.#closed) this.connection.interrupt();
  }

  /** Closing a second time does nothing. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#signal?.removeEventListener('abort', this.#stop);
    clearInterval(this.#interrupting);
    this.connection.closeSync();
    if (this.#ownsDatabase) this.#database.close();
  }

  /** An interrupt that comes before the statement has begun is lost: it is repeated until the session is closed. */
  readonly #stop = (): void => {
    this.interrupt();
    this.#interrupting = setInterval(() => this.interrupt(), MILLISECONDS_BETWEEN_INTERRUPTS).unref();
  };

  #check(): void {
    this.#signal?.throwIfAborted();
    if (this.#closed) throw new Error('the session is closed');
  }
}

function plain(value: DuckDBValue): LensValue {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
    return value;
  return value.toString();
}
