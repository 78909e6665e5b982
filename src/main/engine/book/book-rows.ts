import type { Finding, Ledger, Reject, Run, SourceSettings, TableCounts } from '../../../shared/contract/ledger.ts';
import { FindingKind, RejectReason, SourceSettings as SourceSettingsSchema } from '../../../shared/contract/ledger.ts';
import type { BookDatabase } from './open-book.ts';

/** What is written about an import besides its rows. `stamp` names the state of the workspace after it. */
export interface RunRecord {
  readonly stamp: string;
  readonly importedAt: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly settings: SourceSettings;
  readonly ledger: Ledger;
  /** Row ids given to the run, of which rejected and duplicate rows leave gaps. */
  readonly firstId: number;
  readonly lastId: number;
  readonly productVersion: string;
  readonly milliseconds: number;
}

interface RunRow extends Ledger {
  readonly id: number;
  readonly imported_at: string;
  readonly file_name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly settings: string;
  readonly product_version: string;
  readonly milliseconds: number;
}

const RUN_COLUMNS =
  'id, imported_at, file_name, sha256, bytes, settings, read, loaded, rejected, duplicates, product_version, milliseconds';

function runOf(row: RunRow): Run {
  const { id, sha256, bytes, milliseconds, read, loaded, rejected, duplicates } = row;
  return {
    id,
    importedAt: row.imported_at,
    fileName: row.file_name,
    sha256,
    bytes,
    settings: SourceSettingsSchema.parse(JSON.parse(row.settings)),
    ledger: { read, loaded, rejected, duplicates },
    productVersion: row.product_version,
    milliseconds,
  };
}

/** Every import, oldest first. */
export function readRuns(book: BookDatabase): readonly Run[] {
  return book.prepare<[], RunRow>(`SELECT ${RUN_COLUMNS} FROM runs ORDER BY id`).all().map(runOf);
}

/** The import of an id, or null. */
export function findRun(book: BookDatabase, id: number): Run | null {
  const row = book.prepare<[number], RunRow>(`SELECT ${RUN_COLUMNS} FROM runs WHERE id = ?`).get(id);
  return row === undefined ? null : runOf(row);
}

/** The import of exactly this file, or null. */
export function findRunByHash(book: BookDatabase, sha256: string): Run | null {
  const row = book
    .prepare<[string], RunRow>(`SELECT ${RUN_COLUMNS} FROM runs WHERE sha256 = ? ORDER BY id LIMIT 1`)
    .get(sha256);
  return row === undefined ? null : runOf(row);
}

/** Names the state of the workspace: every change of its rows gives it another stamp. `empty` before the first. */
export function bookStamp(book: BookDatabase): string {
  return String(book.prepare('SELECT stamp FROM state').pluck().get());
}

/** Names the state of the workspace after a change, in which `no_retries` got `added` rows and lost `removed`. */
export function setBookState(book: BookDatabase, stamp: string, { added, removed }: NoRetriesChange): void {
  book.prepare('UPDATE state SET stamp = ?, no_retries = no_retries + ?').run(stamp, added - removed);
}

/** How many rows `no_retries` got and lost. */
export interface NoRetriesChange {
  readonly added: number;
  readonly removed: number;
}

/** The largest row id that was given to any row so far. */
export function lastRowId(book: BookDatabase): number {
  return Number(
    book
      .prepare(
        `SELECT max(coalesce((SELECT max(last_id) FROM runs), 0), coalesce((SELECT max(row_id) FROM corrections), 0))`,
      )
      .pluck()
      .get(),
  );
}

/** Rows of the three tables, by the books: no table is read for it. */
export function countTables(book: BookDatabase): TableCounts {
  const row = book
    .prepare<[], { loaded: number; no_retries: number }>(
      'SELECT (SELECT coalesce(sum(loaded), 0) FROM runs) AS loaded, no_retries FROM state',
    )
    .get();
  return { staging: row?.loaded ?? 0, transform: row?.loaded ?? 0, no_retries: row?.no_retries ?? 0 };
}

/** Rows of the three tables, counted one by one. */
export function recountTables(book: BookDatabase): TableCounts {
  const count = (table: string): number => Number(book.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return { staging: count('staging'), transform: count('transform'), no_retries: count('no_retries') };
}

/** Sum of the ledgers of all runs. */
export function totalLedger(runs: readonly Run[]): Ledger {
  const sum = (field: keyof Ledger): number => runs.reduce((total, run) => total + run.ledger[field], 0);
  return { read: sum('read'), loaded: sum('loaded'), rejected: sum('rejected'), duplicates: sum('duplicates') };
}

/** Writes the run and returns its id. */
export function insertRun(book: BookDatabase, run: RunRecord): number {
  const { ledger } = run;
  return Number(
    book
      .prepare(
        `INSERT INTO runs (stamp, imported_at, file_name, sha256, bytes, settings, read, loaded, rejected, duplicates, first_id, last_id, product_version, milliseconds)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        run.stamp,
        run.importedAt,
        run.fileName,
        run.sha256,
        run.bytes,
        JSON.stringify(run.settings),
        ledger.read,
        ledger.loaded,
        ledger.rejected,
        ledger.duplicates,
        run.firstId,
        run.lastId,
        run.productVersion,
        run.milliseconds,
      ).lastInsertRowid,
  );
}

/** A conflict with a row of the same file names run 0: the run has no id before it is written. */
export const THIS_RUN = 0;

export function insertRejects(book: BookDatabase, run: number, rejects: readonly Reject[]): void {
  const insert = book.prepare(
    'INSERT INTO rejects (run_id, line, column_name, reason, raw_text, other_run_id, other_line) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { line, column, reason, rawText, other } of rejects) {
    const otherRun = other === null ? null : other.run === THIS_RUN ? run : other.run;
    insert.run(run, line, column, reason, rawText, otherRun, other?.line ?? null);
  }
}

export function insertFindings(book: BookDatabase, run: number, findings: readonly Finding[]): void {
  const insert = book.prepare(
    'INSERT INTO findings (run_id, kind, column_name, count, first_line) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { kind, column, count, firstLine } of findings) insert.run(run, kind, column, count, firstLine);
}

/** How many rows of a run were kept out, by reason, most first. */
export function countRejectsByReason(
  book: BookDatabase,
  run: number,
): readonly { reason: RejectReason; count: number }[] {
  return book
    .prepare<[number], { reason: string; count: number }>(
      'SELECT reason, count(*) AS count FROM rejects WHERE run_id = ? GROUP BY reason ORDER BY count(*) DESC, reason',
    )
    .all(run)
    .map(({ reason, count }) => ({ reason: RejectReason.parse(reason), count }));
}

export type StoredFinding = Finding & { readonly run: number };

export function readFindings(book: BookDatabase): readonly StoredFinding[] {
  return book
    .prepare<
      [],
      { run_id: number; kind: string; column_name: string | null; count: number; first_line: number | null }
    >('SELECT run_id, kind, column_name, count, first_line FROM findings ORDER BY run_id, id')
    .all()
    .map((row) => ({
      run: row.run_id,
      kind: FindingKind.parse(row.kind),
      column: row.column_name,
      count: row.count,
      firstLine: row.first_line,
    }));
}
