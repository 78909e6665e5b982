import { BIGINT, DuckDBDataChunk } from '@duckdb/node-api';
import type { DuckDbSession } from '../duckdb-session.ts';

interface Row {
  readonly id: number;
}

/** DuckDB's vectors hold at most this many values. */
const ROWS_PER_CHUNK = 2048;
const TABLE = 'row_set';

/** Gives `use` the name of a temporary table with the `id` of every row. */
export async function withRowsOf<T>(
  lens: DuckDbSession,
  rows: readonly Row[],
  use: (table: string) => Promise<T>,
): Promise<T> {
  await lens.run(`CREATE TEMP TABLE ${TABLE} (id BIGINT)`);
  try {
    const appender = await lens.connection.createAppender(TABLE, 'main', 'temp');
    for (let from = 0; from < rows.length; from += ROWS_PER_CHUNK) {
      const some = rows.slice(from, from + ROWS_PER_CHUNK);
      const chunk = DuckDBDataChunk.create([BIGINT], some.length);
      chunk.setColumnValues(
        0,
        some.map(({ id }) => BigInt(id)),
      );
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    return await use(TABLE);
  } finally {
    await lens.run(`DROP TABLE ${TABLE}`);
  }
}

/** Takes rows out of the lens. */
export async function dropRows(lens: DuckDbSession, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await withRowsOf(lens, rows, (table) => lens.run(`DELETE FROM transactions WHERE id IN (SELECT id FROM ${table})`));
}
