import { StatementType, type DuckDBConnection } from '@duckdb/node-api';
import type { z } from 'zod';
import type { ExportOutcome, QueryExportRequest } from '../../../shared/contract/calls.ts';
import { AppException } from '../../../shared/result.ts';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import type { DuckDbSession } from '../../engine/duckdb-session.ts';
import type { ExportContext } from '../export/export-table.ts';
import { copyOptions } from '../export/export-format.ts';
import { writeExport } from '../export/write-export.ts';
import { prepareQuery } from './prepare-query.ts';
import { isQueryDamage, queryError, queryRefused } from './query-error.ts';
import { defineSelected } from './selected-view.ts';

/**
 * Writes the answer of one read-only statement to a file, under the same seal as `query.run` but for that file, which the
 * lens's engine writes itself, piece by piece. Throws `QUERY_REFUSED` for anything but one query, for an EXPLAIN, which
 * has no rows, and for what the seal keeps out; `QUERY_FAILED` with DuckDB's message.
 */
export async function exportQuery(
  { workspace, sql, selected, out }: z.output<typeof QueryExportRequest>,
  { access, signal, onProgress }: ExportContext,
): Promise<z.output<typeof ExportOutcome>> {
  return writeExport(out, signal, async (path, format) => {
    onProgress({ stage: 'write', rows: 0, totalRows: null });
    try {
      return await access.withLens(
        workspace,
        async (lens) => {
          await defineSelected(lens, selected);
          return copyAnswer(lens, sql, path, copyOptions(format));
        },
        {
          signal,
          sealed: true,
          writes: path,
          isDamage: isQueryDamage,
        },
      );
    } catch (error) {
      if (signal.aborted) throw new AppException('CANCELLED', 'Cancelled.', 'No file was written.');
      throw isDiskFailure(error) ? error : queryError(error);
    }
  });
}

/** The sealed lens can reach no file but its own and the one to be written. */
const isDiskFailure = (error: unknown): boolean => error instanceof Error && error.message.startsWith('IO Error');

async function copyAnswer(lens: DuckDbSession, sql: string, path: string, options: string): Promise<number> {
  const { statementType } = await prepareQuery(lens.connection, sql);
  if (statementType !== StatementType.SELECT) throw queryRefused('What EXPLAIN answers is no table to export.');
  const query = sql.replace(/[\s;]+$/, '');
  // The line break ends a comment. DESCRIBE, SUMMARIZE and SHOW may only stand inside another query.
  for (const source of [`${query}\n`, `FROM (${query}\n)`]) {
    const copy = `COPY (${source}) TO ${DUCKDB.text(path)} (${options})`;
    if (await isOneCopy(lens.connection, copy)) return Number((await lens.row(copy))['Count']);
  }
  throw queryRefused('This statement cannot be exported as it is written: nothing may come after its semicolon.');
}

/** What parses on its own cannot end the parentheses that it is put in; that it is one statement is made sure of all the same. */
async function isOneCopy(connection: DuckDBConnection, sql: string): Promise<boolean> {
  try {
    const statements = await connection.extractStatements(sql);
    return statements.count === 1 && (await statements.prepare(0)).statementType === StatementType.COPY;
  } catch {
    return false;
  }
}
