import { AppException } from '../../../shared/result.ts';
import type { Finding, StoredReject } from '../../../shared/contract/ledger.ts';
import { BlockInsert } from './block-insert.ts';
import type { StagingBlock } from './block.ts';
import { setBookState } from './book-rows.ts';
import type { BookDatabase } from './open-book.ts';
import { findReject } from './read-rejects.ts';

/** A reject that a person corrected, and what became of it. */
export interface Correction {
  readonly reject: StoredReject;
  /** The staging columns that were corrected. */
  readonly columns: readonly string[];
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly productVersion: string;
  /** Null where the corrected row was known: a duplicate. */
  readonly loaded: CorrectedRow | null;
}

/** A corrected row on its way to the book. */
export interface CorrectedRow {
  readonly id: number;
  /** Names the state of the workspace after it. */
  readonly stamp: string;
  readonly blocks: readonly StagingBlock[];
  /** Rows that are no longer, or now are, the last attempt of their process. */
  readonly remove: Float64Array;
  readonly add: Float64Array;
  readonly findings: readonly Finding[];
}

/** How a row was corrected by hand before it was loaded. */
export interface RowCorrection {
  /** Staging columns. */
  readonly columns: string[];
  /** ISO 8601 in UTC. */
  readonly correctedAt: string;
}

/**
 * Moves a reject from `rejected` to `loaded` or `duplicates` in the ledger of its import, with its row, in one
 * transaction. Throws `ROW_NOT_FOUND` where the reject is gone.
 */
export function storeCorrection(book: BookDatabase, correction: Correction): void {
  book.transaction(() => store(book, correction)).immediate();
}

export const rejectGone = (): AppException =>
  new AppException(
    'ROW_NOT_FOUND',
    'The workspace holds no such reject; it may have been corrected meanwhile.',
    'Read the rejects again.',
  );

function store(book: BookDatabase, { reject, columns, at, productVersion, loaded }: Correction): void {
  if (findReject(book, reject.id) === null) throw rejectGone();
  if (loaded !== null) storeRow(book, reject.run, loaded);
  const counter = loaded === null ? 'duplicates' : 'loaded';
  book.prepare(`UPDATE runs SET rejected = rejected - 1, ${counter} = ${counter} + 1 WHERE id = ?`).run(reject.run);
  book.prepare('DELETE FROM rejects WHERE id = ?').run(reject.id);
  book
    .prepare(
      `INSERT INTO corrections (run_id, line, row_id, columns, reason, column_name, raw_text, corrected_at, product_version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      reject.run,
      reject.line,
      loaded?.id ?? null,
      JSON.stringify(columns),
      reject.reason,
      reject.column,
      reject.rawText,
      at,
      productVersion,
    );
}

function storeRow(book: BookDatabase, run: number, { stamp, blocks, remove, add, findings }: CorrectedRow): void {
  const insert = new BlockInsert(book);
  for (const block of blocks) insert.write(block);
  const takeOut = book.prepare('DELETE FROM no_retries WHERE id = ?');
  for (const id of remove) takeOut.run(id);
  const putIn = book.prepare('INSERT INTO no_retries SELECT * FROM transform WHERE id = ?');
  for (const id of add) putIn.run(id);
  setBookState(book, stamp, { added: add.length, removed: remove.length });
  for (const finding of findings) addFinding(book, run, finding);
}

function addFinding(book: BookDatabase, run: number, { kind, column, count, firstLine }: Finding): void {
  const { changes } = book
    .prepare(
      `UPDATE findings SET count = count + ?, first_line = min(coalesce(first_line, ?), ?)
       WHERE run_id = ? AND kind = ? AND column_name IS ?`,
    )
    .run(count, firstLine, firstLine, run, kind, column);
  if (changes > 0) return;
  book
    .prepare('INSERT INTO findings (run_id, kind, column_name, count, first_line) VALUES (?, ?, ?, ?, ?)')
    .run(run, kind, column, count, firstLine);
}

/** How many rows of an import were corrected by hand and loaded. */
export function countCorrections(book: BookDatabase, run: number): number {
  return Number(
    book.prepare('SELECT count(*) FROM corrections WHERE run_id = ? AND row_id IS NOT NULL').pluck().get(run),
  );
}

/** How a row came to be corrected by hand; null for one that is as its source had it. */
export function correctionOfRow(book: BookDatabase, id: number): RowCorrection | null {
  const row = book
    .prepare<[number], { columns: string; corrected_at: string }>(
      'SELECT columns, corrected_at FROM corrections WHERE row_id = ?',
    )
    .get(id);
  return row === undefined
    ? null
    : { columns: (JSON.parse(row.columns) as unknown[]).map(String), correctedAt: row.corrected_at };
}
