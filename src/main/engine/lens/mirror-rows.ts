import { ATTEMPT_COLUMNS } from '../../../etl/transform/extra-columns.ts';
import { attemptsQuery, transactionsQuery } from '../../../etl/transform/lens-layout.ts';
import type { DuckDbSession } from '../duckdb-session.ts';

/** Row ids whose standing as last attempt of their process changed. */
export interface FinalAttemptChange {
  readonly remove: Float64Array<ArrayBuffer>;
  readonly add: Float64Array<ArrayBuffer>;
}

/**
 * Reads the rows of a source into the lens, in its order, and returns how many. They have no id yet, so no view shows
 * them. Not part of the import's transaction: rows that are updated before they are committed are written twice.
 * `query` gives staging rows with `x_epoch_us`, `x_zone_assumed` and `x_texts`.
 */
export async function readRows(lens: DuckDbSession, query: string): Promise<number> {
  await lens.run(`INSERT INTO transactions ${transactionsQuery(`(${query})`, 'NULL')}`);
  return Number((await lens.row('SELECT count(*) AS n FROM transactions WHERE id IS NULL'))['n']);
}

/** Gives the rows that were read ids: `firstId` + ordinal. From now on they count. */
export async function numberRows(lens: DuckDbSession, firstId: number, rows: number): Promise<void> {
  await lens.run(
    `UPDATE transactions SET id = rowid - (SELECT min(rowid) FROM transactions WHERE id IS NULL) + ${firstId} WHERE id IS NULL`,
  );
  const { largest } = await lens.row(`SELECT coalesce(max(id), ${firstId - 1}) AS largest FROM transactions`);
  if (Number(largest) !== firstId + rows - 1) throw new Error('the rows of the source are not numbered without gaps');
}

/** Takes away rows that were read and never numbered. */
export async function dropUnnumberedRows(lens: DuckDbSession): Promise<void> {
  await lens.run('DELETE FROM transactions WHERE id IS NULL');
}

/**
 * Computes the attempt columns of the rows from `firstId` to `lastId`, and anew those of other rows whose process got a
 * further attempt, because an attempt's number and whether it is the last depend on its fellows. Other rows are not touched.
 */
export async function mirrorAttempts(
  lens: DuckDbSession,
  firstId: number,
  lastId: number | null = null,
): Promise<FinalAttemptChange> {
  const isNew = lastId === null ? `id >= ${firstId}` : `id BETWEEN ${firstId} AND ${lastId}`;
  const { first, last } = await lens.row('SELECT min(id) AS first, max(id) AS last FROM transactions');
  // Without other rows there is nothing to look up: the answer is to be had while somebody waits for the first figures.
  const hasOlder = first !== null && (Number(first) < firstId || (lastId !== null && Number(last) > lastId));
  await lens.run(
    `CREATE TEMP TABLE touched AS SELECT DISTINCT "procesoConvenioGuid" AS process FROM transactions
     WHERE ${hasOlder} AND ${isNew} AND "procesoConvenioGuid" IS NOT NULL`,
  );
  const older = `FROM transactions WHERE NOT (${isNew}) AND "procesoConvenioGuid" IN (SELECT process FROM touched)`;
  const remove = await idsOf(lens, `SELECT id ${older} AND "x_is_final_attempt"`);
  const narrow = '"id", "procesoConvenioGuid", "x_epoch_us"';
  await lens.run(
    `CREATE TEMP TABLE attempts AS ${attemptsQuery(`(SELECT ${narrow} ${older} UNION ALL SELECT ${narrow} FROM transactions WHERE ${isNew})`)}`,
  );
  const set = ATTEMPT_COLUMNS.map(({ name }) => `"${name}" = attempts."${name}"`).join(', ');
  await lens.run(`UPDATE transactions SET ${set} FROM attempts WHERE transactions.id = attempts.id`);
  const add = await idsOf(lens, 'SELECT id FROM attempts WHERE "x_is_final_attempt"');
  await lens.run('DROP TABLE attempts');
  await lens.run('DROP TABLE touched');
  return { remove, add };
}

async function idsOf(lens: DuckDbSession, query: string): Promise<Float64Array<ArrayBuffer>> {
  const result = await lens.connection.stream(`SELECT CAST(id AS DOUBLE) AS id FROM (${query}) ORDER BY id`);
  const parts: Float64Array[] = [];
  for await (const chunk of result) {
    const { items } = chunk.getColumnVector(0) as unknown as { items: Float64Array };
    parts.push(items.slice(0, chunk.rowCount));
  }
  const ids = new Float64Array(parts.reduce((total, part) => total + part.length, 0));
  let position = 0;
  for (const part of parts) {
    ids.set(part, position);
    position += part.length;
  }
  return ids;
}
