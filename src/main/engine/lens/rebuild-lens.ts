import { DuckDBDataChunk, type DuckDBAppender, type DuckDBValue } from '@duckdb/node-api';
import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import { REBUILT } from '../../../etl/staging/passing-tables.ts';
import { SQLITE } from '../../../etl/sql/dialects.ts';
import { transactionsQuery } from '../../../etl/transform/lens-layout.ts';
import { columnList } from '../../../etl/sql/table-definition.ts';
import { bookStamp, countTables } from '../book/book-rows.ts';
import type { BookDatabase } from '../book/open-book.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import { setLensStamp } from './lens.ts';
import { mirrorAttempts } from './mirror-rows.ts';
import { passingAppender } from './passing-database.ts';

const ROWS_PER_CHUNK = 2048;

/** What somebody who waits for a lens to be made may want. */
export interface Rebuilding {
  /** Rows mirrored so far, of all. */
  readonly onRebuild?: ((rows: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Fills an empty lens from the book, in one transaction. Needs the passing database, and a session with the same signal. */
export async function rebuildLens(
  lens: DuckDbSession,
  book: BookDatabase,
  { onRebuild, signal }: Rebuilding = {},
): Promise<void> {
  const total = countTables(book).staging;
  onRebuild?.(0, total);
  await lens.run(`CREATE TABLE ${REBUILT} AS SELECT * FROM staging LIMIT 0`);
  await copyStaging(lens, book, (rows) => {
    signal?.throwIfAborted();
    onRebuild?.(rows, total);
  });
  await deriveRows(lens, book);
}

async function deriveRows(lens: DuckDbSession, book: BookDatabase): Promise<void> {
  await lens.run('BEGIN');
  try {
    await lens.run('DELETE FROM transactions');
    await lens.run(
      `INSERT INTO transactions ${transactionsQuery(`(SELECT *, NULL AS x_zone_assumed, NULL AS x_texts FROM ${REBUILT})`, '"id"')}`,
    );
    await mirrorAttempts(lens, 0);
    await setLensStamp(lens, bookStamp(book));
    await lens.run('COMMIT');
  } catch (error) {
    await lens.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function copyStaging(lens: DuckDbSession, book: BookDatabase, onRows: (rows: number) => void): Promise<void> {
  const names = `"id", ${columnList(STAGING_COLUMNS, SQLITE)}, "x_epoch_us"`;
  const rows = book.prepare(`SELECT ${names} FROM staging ORDER BY id`).raw().iterate() as IterableIterator<
    (string | number | null)[]
  >;
  const whole = ['id', ...STAGING_COLUMNS.map(({ name }) => name), 'x_epoch_us'].map(
    (name) =>
      name === 'id' ||
      name === 'x_epoch_us' ||
      STAGING_COLUMNS.some((staging) => staging.name === name && staging.kind === 'integer'),
  );
  const appender = await passingAppender(lens, REBUILT);
  try {
    let copied = 0;
    let waiting: (string | number | null)[][] = [];
    for (const row of rows) {
      waiting.push(row);
      if (waiting.length < ROWS_PER_CHUNK) continue;
      append(appender, waiting, whole);
      copied += waiting.length;
      onRows(copied);
      waiting = [];
      // The book is read without pause: let a cancel or a progress message through between chunks.
      await new Promise((resolve) => setImmediate(resolve));
    }
    append(appender, waiting, whole);
  } finally {
    appender.closeSync();
  }
}

function append(
  appender: DuckDBAppender,
  rows: readonly (string | number | null)[][],
  whole: readonly boolean[],
): void {
  if (rows.length === 0) return;
  const types = whole.map((_, index) => appender.columnType(index));
  const chunk = DuckDBDataChunk.create(types, rows.length);
  for (const [index, isWhole] of whole.entries()) {
    chunk.setColumnValues(
      index,
      rows.map((row): DuckDBValue => {
        const value = row[index] ?? null;
        return isWhole && typeof value === 'number' ? BigInt(value) : value;
      }),
    );
  }
  appender.appendDataChunk(chunk);
}
