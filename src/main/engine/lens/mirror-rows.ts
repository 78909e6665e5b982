import { EXCLUDED, INCOMING } from '../../../etl/staging/passing-tables.ts';
import { ATTEMPT_COLUMNS } from '../../../etl/transform/extra-columns.ts';
import { attemptsQuery, transactionsQuery } from '../../../etl/transform/lens-layout.ts';
import type { DuckDbSession } from '../duckdb-session.ts';

/** Row ids whose standing as last attempt of their process changed. */
export interface FinalAttemptChange {
  readonly remove: Float64Array<ArrayBuffer>;
  readonly add: Float64Array<ArrayBuffer>;
}

/** The loaded rows of the table `incoming`; ids are `firstId` + ordinal. */
export const loadedRows = (firstId: number): string =>
  `(SELECT incoming.rowid + ${firstId} AS id, incoming.* FROM ${INCOMING} ANTI JOIN ${EXCLUDED} ON incoming.rowid = excluded.ordinal)`;

/**
 * Adds staging rows (a relation with `id`, the 79 columns and `x_epoch_us`) and computes what the transform derives.
 * Of the rows that were there before, only those of processes that got a further attempt are touched: their attempt
 * columns, because an attempt's number and whether it is the last depend on its fellows.
 */
export async function mirrorRows(lens: DuckDbSession, relation: string): Promise<FinalAttemptChange> {
  await lens.run(
    `CREATE TEMP TABLE touched AS SELECT DISTINCT "procesoConvenioGuid" AS process FROM ${relation} WHERE "procesoConvenioGuid" IS NOT NULL`,
  );
  const before = 'FROM transactions WHERE "procesoConvenioGuid" IN (SELECT process FROM touched)';
  const remove = await idsOf(lens, `SELECT id ${before} AND "x_is_final_attempt"`);
  const narrow = '"id", "procesoConvenioGuid", "x_epoch_us"';
  await lens.run(
    `CREATE TEMP TABLE attempts AS ${attemptsQuery(`(SELECT ${narrow} ${before} UNION ALL SELECT ${narrow} FROM ${relation})`)}`,
  );
  const set = ATTEMPT_COLUMNS.map(({ name }) => `"${name}" = attempts."${name}"`).join(', ');
  await lens.run(`UPDATE transactions SET ${set} FROM attempts WHERE transactions.id = attempts.id`);
  await lens.run(`INSERT INTO transactions ${transactionsQuery(relation, 'attempts')}`);
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
