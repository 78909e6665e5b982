import { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';
import { LENS_STATEMENTS } from '../../src/main/engine/lens/lens-schema.ts';
import { mirrorAttempts } from '../../src/main/engine/lens/mirror-rows.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { DUCKDB } from '../../src/etl/sql/dialects.ts';
import { transactionsQuery } from '../../src/etl/transform/lens-layout.ts';
import { columnDefinitions } from '../../src/etl/sql/table-definition.ts';

/** One staging row: columns left out are missing. */
export type StagingRow = Readonly<Record<string, string | number | null>>;

/** A lens in memory over the given staging rows: `staging`, `transform` and `no_retries`. `date` must be in canonical form. */
export async function lensOf(rows: readonly StagingRow[]): Promise<DuckDbSession> {
  const session = await DuckDbSession.open({ path: ':memory:', memory: 512 });
  for (const statement of LENS_STATEMENTS) await session.run(statement);
  await session.run(`CREATE TABLE rows (${columnDefinitions(STAGING_COLUMNS, DUCKDB)}, "x_epoch_us" BIGINT)`);
  const names = STAGING_COLUMNS.map((column) => column.name);
  const places = Array.from({ length: names.length + 2 }, () => '?').join(', ');
  for (const [index, row] of rows.entries()) {
    const epoch = Date.parse(String(row['date']).replace(' ', 'T')) * 1000;
    await session.run(`INSERT INTO rows VALUES (${places})`, [
      index + 1,
      ...names.map((name) => row[name] ?? null),
      epoch,
    ]);
  }
  await session.run(
    `INSERT INTO transactions ${transactionsQuery('(SELECT *, NULL AS x_zone_assumed, NULL AS x_texts FROM rows)', '"id"')}`,
  );
  await mirrorAttempts(session, 0);
  await session.run('DROP TABLE rows');
  return session;
}
