import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { z } from 'zod';
import type { QueryAnswer, QueryRequest } from '../../../shared/contract/calls.ts';
import { AppException } from '../../../shared/result.ts';
import { isLensDamaged } from '../../engine/lens/lens-error.ts';
import { withLens } from '../../engine/workspace.ts';
import { prepareQuery } from './prepare-query.ts';
import { queryError } from './query-error.ts';

type Answer = z.output<typeof QueryAnswer>;

/**
 * Runs one read-only statement over the lens. The database is opened read-only and sealed: no other file, no network,
 * no extension, no setting. Throws `QUERY_REFUSED` for anything but one query and for what the seal keeps out,
 * `QUERY_FAILED` with DuckDB's message. A lens that turns out to be damaged is made anew, and the query runs once more.
 */
export async function runQuery(
  { workspace, sql, limit }: z.output<typeof QueryRequest>,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    return await withLens(workspace, (lens) => answer(lens.connection, sql, limit), { signal, sealed: true, isDamage });
  } catch (error) {
    throw signal.aborted ? new AppException('CANCELLED', 'Cancelled.', 'Nothing was changed.') : queryError(error);
  }
}

/** A query can raise an error of any text, but not one of this kind. */
const isDamage = (error: unknown): boolean => String(error).startsWith('Error: IO Error') && isLensDamaged(error);

async function answer(connection: DuckDBConnection, sql: string, limit: number): Promise<Answer> {
  const started = performance.now();
  const prepared = await prepareQuery(connection, sql);
  const result = await prepared.stream();
  const columns = result.columnNames().map((name, index) => ({ name, type: result.columnType(index).toString() }));
  const rows: QueryAnswer['rows'] = [];
  let truncated = false;
  for await (const chunk of result) {
    for (const row of chunk.getRows()) {
      if (rows.length < limit) rows.push(row.map(plain));
      else truncated = true;
    }
    if (truncated) break;
  }
  return { columns, rows, truncated, milliseconds: Math.round(performance.now() - started) };
}

function plain(value: DuckDBValue): string | number | boolean | null {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return value.toString();
}
