import type { Finding, Reject } from '../../../shared/contract/ledger.ts';
import type { ColumnBinding } from '../../../etl/sources/column-binding.ts';
import { cellReason } from '../../../etl/staging/cell-reason.ts';
import type { CellSettings } from '../../../etl/staging/cell-sql.ts';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import { findRows } from '../../../etl/staging/findings-sql.ts';
import { problemsQuery } from '../../../etl/staging/incoming-sql.ts';
import { rawTextSql } from '../../../etl/staging/raw-text-sql.ts';
import { comparedQuery, knownKeysQuery, repeatedKeysQuery } from '../../../etl/staging/repeated-sql.ts';
import { THIS_RUN } from '../book/book-rows.ts';
import { placesOfRows } from '../book/line-map.ts';
import type { BookDatabase } from '../book/open-book.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import { dropRows, withRowsOf } from './row-sets.ts';
import type { AccountedRows } from './source-rows.ts';

/** How the rows of a source were read. */
export interface Reading {
  readonly binding: ColumnBinding;
  readonly settings: CellSettings;
  readonly delimiter: string;
  /** Id of the row with ordinal 0. */
  readonly firstId: number;
}

/** The rows of a source that stay out, told apart; they are no longer in the lens. */
export interface CheckedRows {
  readonly rejects: readonly Reject[];
  readonly duplicates: number;
  /** Ids of rows that repeat another row of the same source. */
  readonly repeated: Float64Array<ArrayBuffer>;
}

/** Takes out of the lens the new rows that cannot be loaded, that the workspace holds already, and that contradict it. */
export async function checkRows(
  lens: DuckDbSession,
  book: BookDatabase,
  source: AccountedRows,
  reading: Reading,
): Promise<CheckedRows> {
  const { binding, firstId } = reading;
  const lineOf = (id: number): number => source.lineOf(id - firstId);
  const unreadable = await unreadableRows(lens, reading, lineOf);
  const known = await repeatedRows(lens, knownKeysQuery(firstId), binding);
  const placeInBook = placesOfRows(book);
  const inBook = await conflicts(
    lens,
    reading,
    known,
    lineOf,
    (id) => placeInBook(id) ?? { run: THIS_RUN, fileName: '', line: 1 },
  );
  await dropRows(lens, known);
  const repeated = await repeatedRows(lens, repeatedKeysQuery(firstId), binding);
  const inSource = await conflicts(lens, reading, repeated, lineOf, (id) => ({
    run: THIS_RUN,
    fileName: '',
    line: lineOf(id),
  }));
  await dropRows(lens, repeated);
  return {
    rejects: [...source.broken, ...unreadable, ...inBook, ...inSource].toSorted(
      (left, right) => left.line - right.line,
    ),
    duplicates: [...known, ...repeated].filter(({ same }) => same).length,
    repeated: Float64Array.from(repeated, ({ id }) => id),
  };
}

/** What is worth knowing about the rows that were loaded. */
export async function loadedFindings(
  lens: DuckDbSession,
  source: AccountedRows,
  firstId: number,
): Promise<readonly Finding[]> {
  const found = await findRows((sql) => lens.row(sql), firstId);
  return found.map(({ kind, column, count, firstId: id }): Finding => ({
    kind,
    column,
    count,
    firstLine: source.lineOf(id - firstId),
  }));
}

async function unreadableRows(
  lens: DuckDbSession,
  reading: Reading,
  lineOf: (id: number) => number,
): Promise<readonly Reject[]> {
  const { binding, settings, delimiter, firstId } = reading;
  const names = binding.columns.map(({ name }) => DUCKDB.text(name)).join(', ');
  const rows = await lens.rows(
    `SELECT id, problem, texts[list_position([${names}], problem)] AS cell, ${rawTextSql('texts', delimiter)} AS raw
     FROM (${problemsQuery(binding, settings, firstId)})`,
  );
  const unreadable = rows.map(({ id, problem, cell, raw }) => ({
    id: Number(id),
    column: String(problem),
    cell: cell as string | null,
    raw: String(raw),
  }));
  await dropRows(lens, unreadable);
  return unreadable.map(({ id, column, cell, raw }) => ({
    line: lineOf(id),
    column,
    reason: cellReason(column, cell),
    rawText: raw,
    other: null,
  }));
}

interface Repeated {
  readonly id: number;
  readonly same: boolean;
  readonly other: number;
}

/** Pairs by key first, contents for those pairs only: a join that carries every column needs memory for all rows. */
async function repeatedRows(
  lens: DuckDbSession,
  pairsQuery: string,
  binding: ColumnBinding,
): Promise<readonly Repeated[]> {
  await lens.run(`CREATE TEMP TABLE repeated_pairs AS ${pairsQuery}`);
  const { pairs } = await lens.row('SELECT count(*) AS pairs FROM repeated_pairs');
  const rows = pairs === 0 ? [] : await lens.rows(comparedQuery('repeated_pairs', binding));
  await lens.run('DROP TABLE repeated_pairs');
  return rows.map((row) => ({ id: Number(row['id']), same: row['same'] === true, other: Number(row['other']) }));
}

type Place = NonNullable<Reject['other']>;

/** Conflicts carry the row as it was understood: as typed values, because only an unreadable row keeps its texts. */
async function conflicts(
  lens: DuckDbSession,
  { binding, delimiter }: Reading,
  repeated: readonly Repeated[],
  lineOf: (id: number) => number,
  placeOf: (id: number) => Place,
): Promise<readonly Reject[]> {
  const contradicting = repeated.filter(({ same }) => !same);
  if (contradicting.length === 0) return [];
  const texts = `[${binding.columns.map(({ name }) => `CAST(${DUCKDB.identifier(name)} AS VARCHAR)`).join(', ')}]`;
  const raws = await withRowsOf(lens, contradicting, async (some) => {
    const rows = await lens.rows(
      `SELECT id, ${rawTextSql(texts, delimiter)} AS raw FROM transactions WHERE id IN (SELECT id FROM ${some})`,
    );
    return new Map(rows.map(({ id, raw }) => [Number(id), String(raw)]));
  });
  return contradicting.map(({ id, other }) => ({
    line: lineOf(id),
    column: null,
    reason: 'conflict',
    rawText: raws.get(id) ?? null,
    other: placeOf(other),
  }));
}
