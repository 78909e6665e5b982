import { INCOMING } from '../../../etl/staging/passing-tables.ts';
import type { DuckDbSession } from '../duckdb-session.ts';

/** Makes the table `incoming`. It is read twice and dropped, so compressing it would cost more than it saves. */
export async function createIncoming(lens: DuckDbSession, query: string): Promise<void> {
  await lens.run("SET force_compression = 'uncompressed'");
  try {
    await lens.run(`CREATE TABLE ${INCOMING} AS ${query}`);
  } finally {
    await lens.run("SET force_compression = 'auto'");
  }
}
