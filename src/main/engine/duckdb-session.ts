import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import type { LensReader, LensRow, LensValue } from './lens-reader.ts';

/** Where a database lives and how much it may take. `memory` in MiB. */
export interface DuckDbOptions {
  readonly path: string;
  readonly memory: number;
  readonly readOnly?: boolean;
  /** Forbids reading or writing any file but the database itself. */
  readonly sealed?: boolean;
}

/** One DuckDB instance with one connection; closing it frees the file lock. */
export class DuckDbSession implements LensReader {
  readonly connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.connection = connection;
  }

  static async open(options: DuckDbOptions): Promise<DuckDbSession> {
    const instance = await DuckDBInstance.create(options.path, {
      memory_limit: `${options.memory}MiB`,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(options.readOnly === true ? { access_mode: 'READ_ONLY' } : {}),
      ...(options.sealed === true ? { enable_external_access: 'false' } : {}),
    });
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    if (options.sealed === true) await connection.run('SET lock_configuration = true');
    return new DuckDbSession(instance, connection);
  }

  async run(sql: string, parameters: readonly LensValue[] = []): Promise<void> {
    await this.connection.run(sql, [...parameters]);
  }

  async rows(sql: string, parameters: readonly LensValue[] = []): Promise<readonly LensRow[]> {
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

  /** A further connection to the same database, with its own transactions. Its owner closes it. */
  connect(): Promise<DuckDBConnection> {
    return this.#instance.connect();
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
  }
}

function plain(value: DuckDBValue): LensValue {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
    return value;
  return value.toString();
}
