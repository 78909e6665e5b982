import type { BookDatabase } from './open-book.ts';

/** From `ordinal` on, until the next stretch, the records of a source stand on consecutive lines, the first on `line`. */
export interface LineStretch {
  readonly ordinal: number;
  readonly line: number;
}

/** The stretches of a source of `count` records. */
export function lineStretches(count: number, lineOf: (ordinal: number) => number): readonly LineStretch[] {
  const stretches: LineStretch[] = [];
  let expected = -1;
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    const line = lineOf(ordinal);
    if (line !== expected) stretches.push({ ordinal, line });
    expected = line + 1;
  }
  return stretches;
}

export function insertLineStretches(book: BookDatabase, run: number, stretches: readonly LineStretch[]): void {
  const insert = book.prepare('INSERT INTO source_lines (run_id, ordinal, line) VALUES (?, ?, ?)');
  for (const { ordinal, line } of stretches) insert.run(run, ordinal, line);
}

interface RowPlace {
  readonly run: number;
  readonly fileName: string;
  readonly line: number;
}

/** Tells where the row of an id stands: run, file and line. */
export function placesOfRows(book: BookDatabase): (id: number) => RowPlace | null {
  const place = book.prepare<[number], RowPlace>(
    'SELECT run_id AS run, file_name AS fileName, line FROM row_places WHERE id = ?',
  );
  return (id) => place.get(id) ?? null;
}

/**
 * The id that the record of a run on a line was given when it was read, loaded or not; null where no record on that line
 * could be read as a row.
 */
export function rowIdOfLine(book: BookDatabase, run: number, line: number): number | null {
  const stretch = book
    .prepare<[number, number], LineStretch>(
      'SELECT ordinal, line FROM source_lines WHERE run_id = ? AND line <= ? ORDER BY ordinal DESC LIMIT 1',
    )
    .get(run, line);
  if (stretch === undefined) return null;
  const ordinal = stretch.ordinal + (line - stretch.line);
  const next = book
    .prepare<[number, number], { ordinal: number }>(
      'SELECT ordinal FROM source_lines WHERE run_id = ? AND ordinal > ? ORDER BY ordinal LIMIT 1',
    )
    .get(run, stretch.ordinal);
  const given = book
    .prepare<[number], { first: number; last: number }>(
      'SELECT first_id AS first, last_id AS last FROM runs WHERE id = ?',
    )
    .get(run);
  if (given === undefined || (next !== undefined && ordinal >= next.ordinal)) return null;
  const id = given.first + ordinal;
  return id > given.last ? null : id;
}

/** The row of the tables that came from a line of a run's source, in its import or corrected by hand; null where there is none. */
export function loadedRowOfLine(book: BookDatabase, run: number, line: number): number | null {
  const id = rowIdOfLine(book, run, line);
  const isLoaded = id !== null && book.prepare('SELECT 1 FROM staging WHERE id = ?').get(id) !== undefined;
  if (isLoaded) return id;
  const corrected = book
    .prepare<[number, number], { id: number }>(
      'SELECT row_id AS id FROM corrections WHERE run_id = ? AND line = ? AND row_id IS NOT NULL',
    )
    .get(run, line);
  return corrected?.id ?? null;
}
