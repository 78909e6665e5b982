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
