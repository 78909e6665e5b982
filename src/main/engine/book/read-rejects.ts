import { RejectReason, type StoredReject } from '../../../shared/contract/ledger.ts';
import type { BookDatabase } from './open-book.ts';

/** Which rejects are meant: those of an import, for a reason, of a column; null means any. */
export interface RejectFilter {
  readonly run: number | null;
  readonly reason: RejectReason | null;
  readonly column: string | null;
}

export const ANY_REJECT: RejectFilter = { run: null, reason: null, column: null };

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

const SELECT = `SELECT rejects.*, runs.file_name, others.file_name AS other_file_name
FROM rejects JOIN runs ON runs.id = rejects.run_id LEFT JOIN runs AS others ON others.id = rejects.other_run_id`;

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

function conditionOf({ run, reason, column }: RejectFilter): Condition {
  const parts = [
    { sql: 'rejects.run_id = ?', value: run },
    { sql: 'rejects.reason = ?', value: reason },
    { sql: 'rejects.column_name = ?', value: column },
  ].flatMap(({ sql, value }) => (value === null ? [] : [{ sql, value }]));
  return {
    sql: parts.length === 0 ? 'true' : parts.map(({ sql }) => sql).join(' AND '),
    values: parts.map(({ value }) => value),
  };
}

const rejectOf = (row: RejectRow): StoredReject => ({
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
});

export function countRejects(book: BookDatabase, filter: RejectFilter = ANY_REJECT): number {
  const { sql, values } = conditionOf(filter);
  return Number(
    book
      .prepare(`SELECT count(*) FROM rejects WHERE ${sql}`)
      .pluck()
      .get(...values),
  );
}

/** Rejects in the order of run and line. Those that are stepped over are looked up in an index alone: their texts are long. */
export function readRejects(
  book: BookDatabase,
  limit: number,
  offset: number,
  filter: RejectFilter = ANY_REJECT,
): readonly StoredReject[] {
  const { sql, values } = conditionOf(filter);
  return book
    .prepare<(string | number)[], RejectRow>(
      `${SELECT} WHERE rejects.id IN (
         SELECT id FROM rejects WHERE ${sql} ORDER BY rejects.run_id, rejects.line, rejects.id LIMIT ? OFFSET ?
       ) ORDER BY rejects.run_id, rejects.line, rejects.id`,
    )
    .all(...values, limit, offset)
    .map(rejectOf);
}

/** All rejects in the order of run and line, portion by portion: nothing is held open between two. */
export function* rejectPortions(
  book: BookDatabase,
  filter: RejectFilter,
  rows: number,
): Generator<readonly StoredReject[]> {
  const { sql, values } = conditionOf(filter);
  const portion = book.prepare<(string | number)[], RejectRow>(
    `${SELECT} WHERE ${sql} AND (rejects.run_id, rejects.line, rejects.id) > (?, ?, ?)
     ORDER BY rejects.run_id, rejects.line, rejects.id LIMIT ?`,
  );
  let after: readonly number[] = [0, 0, 0];
  for (;;) {
    const found = portion.all(...values, ...after, rows).map(rejectOf);
    const last = found.at(-1);
    if (last === undefined) return;
    yield found;
    after = [last.run, last.line, last.id];
  }
}

export function findReject(book: BookDatabase, id: number): StoredReject | null {
  const row = book.prepare<[number], RejectRow>(`${SELECT} WHERE rejects.id = ?`).get(id);
  return row === undefined ? null : rejectOf(row);
}
