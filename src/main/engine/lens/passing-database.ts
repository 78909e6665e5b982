import { rmSync } from 'node:fs';
import type { DuckDBAppender } from '@duckdb/node-api';
import { PASSING_DATABASE } from '../../../etl/staging/passing-tables.ts';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import type { DuckDbSession } from '../duckdb-session.ts';

/** Where the passing tables are for a lens that is in memory too. */
export const IN_MEMORY = ':memory:';

function removeFiles(path: string): void {
  if (path !== IN_MEMORY) for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
}

/** Gives `use` an empty database for passing tables and removes it afterwards; one left by a killed process is overwritten. */
export async function withPassingDatabase<T>(lens: DuckDbSession, path: string, use: () => Promise<T>): Promise<T> {
  removeFiles(path);
  await lens.run(`ATTACH ${DUCKDB.text(path)} AS ${PASSING_DATABASE}`);
  try {
    return await use();
  } finally {
    await lens.run(`DETACH ${PASSING_DATABASE}`).catch(() => undefined);
    removeFiles(path);
  }
}

/** An appender to a passing table, by its qualified name. */
export function passingAppender(lens: DuckDbSession, table: string): Promise<DuckDBAppender> {
  return lens.connection.createAppender(table.slice(PASSING_DATABASE.length + 1), 'main', PASSING_DATABASE);
}
