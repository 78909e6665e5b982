import { StatementType, type DuckDBConnection, type DuckDBPreparedStatement } from '@duckdb/node-api';
import { queryRefused } from './query-error.ts';

const ONLY_QUERIES = 'Only a query can be run here: SELECT, WITH, FROM, DESCRIBE, SUMMARIZE, SHOW or EXPLAIN.';

/** Prepares the one statement of `sql`. Throws `QUERY_REFUSED` for several, for none, and for one that is no query. */
export async function prepareQuery(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  const prepared = await prepareSingle(connection, sql);
  if (prepared.statementType === StatementType.SELECT) return prepared;
  if (prepared.statementType !== StatementType.EXPLAIN) throw queryRefused(ONLY_QUERIES);
  // EXPLAIN ANALYZE runs what it explains, and the seal leaves the lens's own files open: COPY could write over them.
  const explained = explainedStatement(sql);
  const inner = explained === null ? null : await prepareSingle(connection, explained);
  if (inner?.statementType !== StatementType.SELECT)
    throw queryRefused('Only a query can be explained here, and EXPLAIN must come first, before any comment.');
  return prepared;
}

async function prepareSingle(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  if (WITHOUT_STATEMENT.test(sql)) throw queryRefused('There is no statement to run.');
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1) {
    throw queryRefused(
      'Only one statement can be run at a time (a PIVOT without a list of values, ON column IN (…), counts as several).',
    );
  }
  return statements.prepare(0);
}

const WITHOUT_STATEMENT = /^(?:[\s;]|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*$/;
// No comments: nested ones could hide from this pattern which statement DuckDB sees.
const EXPLAIN = /^[\s;]*EXPLAIN(?:\s+ANALYZE\b|\s*\(\s*(?:ANALYZE|FORMAT)\b[^()]*\))?(?=\W)/i;

/** What an EXPLAIN explains, or null where that is not plain to see. */
function explainedStatement(sql: string): string | null {
  const [start] = EXPLAIN.exec(sql) ?? [];
  return start === undefined ? null : sql.slice(start.length);
}
