import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../../etl/model/transform-columns.ts';
import { SQLITE } from '../../../etl/sql/dialects.ts';
import { columnList } from '../../../etl/sql/table-definition.ts';
import { transformQuery } from '../../../etl/transform/transform-sql.ts';
import { LEADING_NUMBERS, NUMBER_COLUMNS, TEXT_COLUMNS, TEXT_SEPARATOR, type StagingBlock } from './block.ts';
import type { BookDatabase } from './open-book.ts';

/** Rows of one INSERT: the sweet spot between calls and statement size, measured at 82 columns. */
const ROWS_PER_STATEMENT = 10;
const WIDTH = STAGING_COLUMNS.length + LEADING_NUMBERS;

type Value = string | number | null;

/** Where a column's values come from: a slice of the block's numbers or one of its texts. */
interface Feed {
  readonly numbers: number;
  readonly texts: number;
}

const FEEDS: readonly Feed[] = STAGING_COLUMNS.map((staging) => ({
  numbers: NUMBER_COLUMNS.indexOf(staging),
  texts: TEXT_COLUMNS.indexOf(staging),
}));

/** Writes staging blocks and their transform rows into the book. */
export class BlockInsert {
  readonly #many;
  readonly #one;
  readonly #transform;

  constructor(book: BookDatabase) {
    const names = `"id", ${columnList(STAGING_COLUMNS, SQLITE)}, "x_line", "x_epoch_us"`;
    const row = `(${Array.from({ length: WIDTH }, () => '?').join(', ')})`;
    const insert = (rows: number) => book.prepare(`INSERT INTO staging (${names}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`);
    this.#many = insert(ROWS_PER_STATEMENT);
    this.#one = insert(1);
    this.#transform = book.prepare(
      `INSERT INTO transform ("id", ${columnList(TRANSFORM_COLUMNS, SQLITE)}) ${transformQuery(SQLITE, 'staging')} WHERE "id" BETWEEN ? AND ?`,
    );
  }

  write(block: StagingBlock): void {
    const { rows, numbers } = block;
    if (rows === 0) return;
    const texts = block.texts.map((joined) => joined.split(TEXT_SEPARATOR));
    let parameters: Value[] = [];
    let pending = 0;
    for (let row = 0; row < rows; row += 1) {
      parameters.push(numbers[row] ?? null);
      for (const feed of FEEDS) {
        // SQLite stores NaN as NULL, which is what a missing number is.
        if (feed.numbers >= 0) parameters.push(numbers[(feed.numbers + LEADING_NUMBERS) * rows + row] ?? null);
        else parameters.push(texts[feed.texts]?.[row] || null);
      }
      parameters.push(numbers[rows + row] ?? null, numbers[2 * rows + row] ?? null);
      pending += 1;
      if (pending === ROWS_PER_STATEMENT) {
        this.#many.run(parameters);
        parameters = [];
        pending = 0;
      }
    }
    for (let row = 0; row < pending; row += 1) this.#one.run(parameters.slice(row * WIDTH, (row + 1) * WIDTH));
    this.#transform.run(numbers[0] ?? 0, numbers[rows - 1] ?? 0);
  }
}
