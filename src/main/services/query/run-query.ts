import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { z } from 'zod';
import type { QueryAnswer, QueryRequest } from '../../../shared/contract/calls.ts';
import { AppException } from '../../../shared/result.ts';
import { anyColumn, type BlockCell } from '../../../shared/row-block-cells.ts';
import type { ServiceContext } from '../../engine/service-context.ts';
import { prepareQuery } from './prepare-query.ts';
import { isQueryDamage, queryError } from './query-error.ts';
import { defineSelected } from './selected-view.ts';

type Answer = z.output<typeof QueryAnswer>;

/**
 * Runs one read-only statement over the lens. The database is opened read-only and sealed: no other file, no network,
 * no extension, no setting. Throws `QUERY_REFUSED` for anything but one query and for what the seal keeps out,
 * `QUERY_FAILED` with DuckDB's message. A lens that turns out to be damaged is made anew, and the query runs once more.
 */
export async function runQuery(
  { workspace, sql, limit, selected }: z.output<typeof QueryRequest>,
  { access, signal }: Pick<ServiceContext, 'access' | 'signal'>,
): Promise<Answer> {
  try {
    return await access.withLens(
      workspace,
      async (lens) => {
        await defineSelected(lens, selected);
        return answer(lens.connection, sql, limit);
      },
      {
        signal,
        sealed: true,
        isDamage: isQueryDamage,
      },
    );
  } catch (error) {
    throw signal.aborted ? new AppException('CANCELLED', 'Cancelled.', 'Nothing was changed.') : queryError(error);
  }
}

async function answer(connection: DuckDBConnection, sql: string, limit: number): Promise<Answer> {
  const started = performance.now();
  const prepared = await prepareQuery(connection, sql);
  const result = await prepared.stream();
  const columns = result.columnNames().map((name, index) => ({ name, type: result.columnType(index).toString() }));
  const cells: BlockCell[][] = columns.map(() => []);
  let rows = 0;
  let truncated = false;
  for await (const chunk of result) {
    for (const row of chunk.getRows()) {
      if (rows === limit) truncated = true;
      else {
        for (const [index, value] of row.entries()) cells[index]?.push(plain(value));
        rows++;
      }
    }
    if (truncated) break;
  }
  const block = { rows, columns: columns.map(({ name }, index) => anyColumn(name, cells[index] ?? [])) };
  return { columns, block, truncated, milliseconds: Math.round(performance.now() - started) };
}

function plain(value: DuckDBValue): string | number | boolean | null {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return value.toString();
}
