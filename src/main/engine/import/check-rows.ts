import { DuckDBDataChunk, BIGINT } from '@duckdb/node-api';
import type { Finding, Reject, RejectReason } from '../../../shared/contract/ledger.ts';
import { stagingColumn } from '../../../etl/model/staging-columns.ts';
import type { ColumnBinding } from '../../../etl/sources/column-binding.ts';
import type { CellSettings } from '../../../etl/staging/cell-sql.ts';
import { findingsOf, findingsQuery } from '../../../etl/staging/findings-sql.ts';
import { EXCLUDED, INCOMING } from '../../../etl/staging/passing-tables.ts';
import { problemsQuery } from '../../../etl/staging/incoming-sql.ts';
import { knownKeysQuery, repeatedKeysQuery } from '../../../etl/staging/repeated-sql.ts';
import { THIS_RUN, readRuns } from '../book/book-rows.ts';
import type { BookDatabase } from '../book/open-book.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import { passingAppender } from '../lens/passing-database.ts';
import { rawTextOf } from './raw-text.ts';
import type { StagedSource } from './staged-source.ts';

/** Rows of `incoming` that stay out, told apart; the table `excluded` lists them all. */
export interface CheckedRows {
  readonly rejects: readonly Reject[];
  readonly duplicates: number;
  readonly findings: readonly Finding[];
}

/** Sorts out the rows of `incoming` that cannot be loaded, that the workspace holds already, and that contradict it. */
export async function checkRows(
  lens: DuckDbSession,
  book: BookDatabase,
  source: StagedSource,
  binding: ColumnBinding,
  settings: CellSettings,
  delimiter: string,
): Promise<CheckedRows> {
  await lens.run(`CREATE TABLE ${EXCLUDED} (ordinal BIGINT)`);
  const unreadable = await unreadableRows(lens, source, binding, settings, delimiter);
  const known = await repeatedRows(lens, knownKeysQuery(binding));
  await exclude(lens, known);
  const repeated = await repeatedRows(lens, repeatedKeysQuery(binding));
  await exclude(lens, repeated);
  const conflicts = await conflictRejects(lens, source, delimiter, binding, [
    ...known.filter(({ same }) => !same).map(({ ordinal, other }) => ({ ordinal, other: placeInBook(book, other) })),
    ...repeated
      .filter(({ same }) => !same)
      .map(({ ordinal, other }) => ({ ordinal, other: { run: THIS_RUN, fileName: '', line: source.lineOf(other) } })),
  ]);
  const findings = findingsOf(await lens.row(findingsQuery())).map(
    ({ kind, column, count, firstOrdinal }): Finding => ({ kind, column, count, firstLine: source.lineOf(firstOrdinal) }),
  );
  const byLine = (left: Reject, right: Reject): number => left.line - right.line;
  return {
    rejects: [...source.broken, ...unreadable, ...conflicts].toSorted(byLine),
    duplicates: [...known, ...repeated].filter(({ same }) => same).length,
    findings,
  };
}

function reasonFor(column: string, text: string | null): RejectReason {
  const { kind, key } = stagingColumn(column);
  if (key && (text === null || text.trim() === '')) return 'key-missing';
  if (kind === 'timestamp') return 'not-a-date';
  if (kind !== 'integer') return 'not-a-number';
  return Number.isNaN(Number(text?.replace(',', '.'))) ? 'not-a-number' : 'not-a-whole-number';
}

async function unreadableRows(
  lens: DuckDbSession,
  source: StagedSource,
  binding: ColumnBinding,
  settings: CellSettings,
  delimiter: string,
): Promise<readonly Reject[]> {
  const reader = await lens.connection.runAndReadAll(problemsQuery(binding, settings));
  const rows = reader.getRowsJS() as [bigint, string, (string | null)[]][];
  await exclude(
    lens,
    rows.map(([ordinal]) => ({ ordinal: Number(ordinal) })),
  );
  return rows.map(([ordinal, column, texts]) => {
    const position = binding.columns.findIndex(({ name }) => name === column);
    return {
      line: source.lineOf(Number(ordinal)),
      column,
      reason: reasonFor(column, texts[position] ?? null),
      rawText: rawTextOf(texts, delimiter),
      other: null,
    };
  });
}

interface Repeated {
  readonly ordinal: number;
  readonly same: boolean;
  readonly other: number;
}

async function repeatedRows(lens: DuckDbSession, query: string): Promise<readonly Repeated[]> {
  const rows = await lens.rows(query);
  return rows.map((row) => ({ ordinal: Number(row['ordinal']), same: row['same'] === true, other: Number(row['other']) }));
}

const ROWS_PER_CHUNK = 2048;

async function exclude(lens: DuckDbSession, rows: readonly { readonly ordinal: number }[]): Promise<void> {
  const appender = await passingAppender(lens, EXCLUDED);
  for (let from = 0; from < rows.length; from += ROWS_PER_CHUNK) {
    const some = rows.slice(from, from + ROWS_PER_CHUNK);
    const chunk = DuckDBDataChunk.create([BIGINT], some.length);
    chunk.setColumnValues(
      0,
      some.map(({ ordinal }) => BigInt(ordinal)),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

type Place = NonNullable<Reject['other']>;

function placeInBook(book: BookDatabase, id: number): Place {
  const line = Number(book.prepare('SELECT x_line FROM staging WHERE id = ?').pluck().get(id));
  const run = Number(book.prepare('SELECT id FROM runs WHERE ? BETWEEN first_id AND last_id').pluck().get(id));
  return { run, fileName: readRuns(book).find((candidate) => candidate.id === run)?.fileName ?? '', line };
}

/** Conflicts carry the row as it was understood: its texts are gone by now unless a cell was unreadable. */
async function conflictRejects(
  lens: DuckDbSession,
  source: StagedSource,
  delimiter: string,
  binding: ColumnBinding,
  conflicts: readonly { readonly ordinal: number; readonly other: Place }[],
): Promise<readonly Reject[]> {
  if (conflicts.length === 0) return [];
  const columns = binding.columns.map(({ name }) => `CAST("${name}" AS VARCHAR)`).join(', ');
  const rejects: Reject[] = [];
  for (const { ordinal, other } of conflicts) {
    const reader = await lens.connection.runAndReadAll(`SELECT [${columns}] FROM ${INCOMING} WHERE rowid = ${ordinal}`);
    const [texts] = (reader.getRowsJS()[0] ?? [[]]) as [(string | null)[]];
    rejects.push({ line: source.lineOf(ordinal), column: null, reason: 'conflict', rawText: rawTextOf(texts, delimiter), other });
  }
  return rejects;
}
