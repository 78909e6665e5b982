import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../../etl/model/transform-columns.ts';
import { SQLITE } from '../../../etl/sql/dialects.ts';
import { columnList } from '../../../etl/sql/table-definition.ts';
import { transformQuery } from '../../../etl/transform/transform-sql.ts';
import { LEADING_NUMBERS, NUMBER_COLUMNS, TEXT_COLUMNS, TEXT_SEPARATOR, type StagingBlock } from './block.ts';
import type { BookDatabase } from './open-book.ts';

/** Rows of one INSERT: the sweet spot between calls and statement size, measured at 81 columns. */
const ROWS_PER_STATEMENT = 10;
const WIDTH = STAGING_COLUMNS.length + LEADING_NUMBERS;

type Value = string | number | null;

/** For each staging column its place among the block's numbers, or -1, and among the row's texts. */
const NUMBER_PLACES = STAGING_COLUMNS.map((staging) => NUMBER_COLUMNS.indexOf(staging));
const TEXT_PLACES = STAGING_COLUMNS.map((staging) => TEXT_COLUMNS.indexOf(staging));

/** Writes staging blocks and their transform rows into the book. */
export class BlockInsert {
  readonly #many;
  readonly #one;
  readonly #transformRange;
  readonly #transformSome;

  constructor(book: BookDatabase) {
    const names = `"id", ${columnList(STAGING_COLUMNS, SQLITE)}, "x_epoch_us"`;
    const row = `(${Array.from({ length: WIDTH }, () => '?').join(', ')})`;
    const insert = (rows: number) =>
      book.prepare(`INSERT INTO staging (${names}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`);
    const transform = `INSERT INTO transform ("id", ${columnList(TRANSFORM_COLUMNS, SQLITE)}) ${transformQuery(SQLITE, 'staging')}`;
    this.#many = insert(ROWS_PER_STATEMENT);
    this.#one = insert(1);
    this.#transformRange = book.prepare(`${transform} WHERE "id" BETWEEN ? AND ?`);
    this.#transformSome = book.prepare(`${transform} WHERE "id" IN (SELECT value FROM json_each(?))`);
  }

  write(block: StagingBlock): void {
    const { rows, numbers, texts, late } = block;
    if (rows === 0) return;
    let parameters: Value[] = [];
    for (let row = 0; row < rows; row += 1) {
      this.#append(parameters, numbers, rows, row, texts[row] ?? '');
      if (parameters.length === ROWS_PER_STATEMENT * WIDTH) {
        this.#many.run(parameters);
        parameters = [];
      }
    }
    for (let from = 0; from < parameters.length; from += WIDTH) this.#one.run(parameters.slice(from, from + WIDTH));
    if (late) this.#transformSome.run(JSON.stringify([...numbers.subarray(0, rows)]));
    else this.#transformRange.run(numbers[0] ?? 0, numbers[rows - 1] ?? 0);
  }

  #append(parameters: Value[], numbers: Float64Array, rows: number, row: number, joined: string): void {
    const texts = joined.split(TEXT_SEPARATOR);
    parameters.push(numbers[row] ?? null);
    for (let column = 0; column < NUMBER_PLACES.length; column += 1) {
      const place = NUMBER_PLACES[column] ?? -1;
      // SQLite stores NaN as NULL, which is what a missing number is.
      if (place >= 0) parameters.push(numbers[(place + LEADING_NUMBERS) * rows + row] ?? null);
      else parameters.push(texts[TEXT_PLACES[column] ?? 0] || null);
    }
    parameters.push(numbers[rows + row] ?? null);
  }
}
