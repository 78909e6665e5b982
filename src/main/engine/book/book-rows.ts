import type {
  Finding,
  Ledger,
  Reject,
  Run,
  SourceSettings,
  StoredReject,
  TableCounts,
} from '../../../shared/contract/ledger.ts';
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

/** The import of exactly this file, or null. */
export function findRunByHash(book: BookDatabase, sha256: string): Run | null {
  const row = book
    .prepare<[string], RunRow>(`SELECT ${RUN_COLUMNS} FROM runs WHERE sha256 = ? ORDER BY id LIMIT 1`)
    .get(sha256);
  return row === undefined ? null : runOf(row);
}

/** Names the state of the workspace: the stamp of the last import, `empty` before the first. */
export function bookStamp(book: BookDatabase): string {
  const last = book.prepare<[], { stamp: string }>('SELECT stamp FROM runs ORDER BY id DESC LIMIT 1').get();
  return last?.stamp ?? 'empty';
}

/** The largest row id that was given to any row so far. */
export function lastRowId(book: BookDatabase): number {
  return Number(book.prepare('SELECT coalesce(max(last_id), 0) FROM runs').pluck().get());
}

export function countTables(book: BookDatabase): TableCounts {
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

interface RejectRow {
  readonly id: number;
  readonly run_id: number;
  readonly file_name: string;
  readonly line: number;
  readonly column_name: string | null;
  readonly reason: string;
  readonly raw_text: string | null;
  readonly other_run_id: number | null;
  readonly other_file_name: string | null;
  readonly other_line: number | null;
}

/** The rejects of every run, in the order of run and line. */
export function readRejects(book: BookDatabase, limit: number, offset: number): readonly StoredReject[] {
  return book
    .prepare<[number, number], RejectRow>(
      `SELECT rejects.*, runs.file_name, others.file_name AS other_file_name
       FROM rejects JOIN runs ON runs.id = rejects.run_id LEFT JOIN runs AS others ON others.id = rejects.other_run_id
       ORDER BY rejects.run_id, rejects.line, rejects.id LIMIT ? OFFSET ?`,
    )
    .all(limit, offset)
    .map((row) => ({
      id: row.id,
      run: row.run_id,
      fileName: row.file_name,
      line: row.line,
      column: row.column_name,
      reason: RejectReason.parse(row.reason),
      rawText: row.raw_text,
      other:
        row.other_run_id === null || row.other_line === null
          ? null
          : { run: row.other_run_id, fileName: row.other_file_name ?? '', line: row.other_line },
    }));
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
