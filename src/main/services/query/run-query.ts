import { StatementType, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import type { z } from 'zod';
import type { QueryAnswer, QueryRequest } from '../../../shared/contract/calls.ts';
import { AppException } from '../../../shared/result.ts';
import { DuckDbSession } from '../../engine/duckdb-session.ts';
import { LENS_MEMORY } from '../../engine/lens/lens.ts';
import { existingWorkspace, openCurrentLens, withBook } from '../../engine/workspace.ts';

/**
 * Runs one read-only statement over the lens. The database is opened read-only and sealed: no other file, no network,
 * no extension, no setting. Throws `QUERY_REFUSED` for anything but one query, `QUERY_FAILED` with DuckDB's message.
 */
export async function runQuery({ workspace, sql, limit }: z.output<typeof QueryRequest>, signal: AbortSignal): Promise<QueryAnswer> {
  const paths = existingWorkspace(workspace);
  await withBook(paths, 'read', async (book) => (await openCurrentLens(paths, book)).close());
  const session = await DuckDbSession.open({ path: paths.lens, memory: LENS_MEMORY, readOnly: true, sealed: true });
  const interrupt = (): void => session.connection.interrupt();
  signal.addEventListener('abort', interrupt);
  try {
    return await answer(session.connection, sql, limit);
  } finally {
    signal.removeEventListener('abort', interrupt);
    session.close();
  }
}

async function answer(connection: DuckDBConnection, sql: string, limit: number): Promise<QueryAnswer> {
  const started = performance.now();
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw refused('Only one statement can be run at a time.');
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== StatementType.SELECT && prepared.statementType !== StatementType.EXPLAIN) {
      throw refused('Only a query can be run here: SELECT, WITH, FROM, DESCRIBE, SUMMARIZE or EXPLAIN.');
    }
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
  } catch (error) {
    if (error instanceof AppException) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new AppException('QUERY_FAILED', message, 'Correct the statement. The tables are staging, transform and no_retries; DESCRIBE transform lists the columns.', {
      cause: error,
    });
  }
}

const refused = (message: string): AppException =>
  new AppException('QUERY_REFUSED', message, 'The workspace is read-only here; use import and export to change or copy data.');

function plain(value: DuckDBValue): string | number | boolean | null {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return value.toString();
}
