import type { DuckDBConnection } from '@duckdb/node-api';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import { KEY_COLUMNS } from '../../../etl/staging/repeated-sql.ts';
import { LEADING_NUMBERS, NUMBER_COLUMNS, TEXT_COLUMNS, TEXT_SEPARATOR, type StagingBlock } from '../book/block.ts';

const ROWS_PER_BLOCK = 8192;

const NUMBERS = ['x_epoch_us', ...NUMBER_COLUMNS.map(({ name }) => DUCKDB.identifier(name))]
  .map((name) => `coalesce(CAST(${name} AS DOUBLE), 'nan')`)
  .join(', ');
/** One text a row is read several times faster than a text a cell. */
const TEXTS = `concat_ws(chr(${TEXT_SEPARATOR.charCodeAt(0)}), ${TEXT_COLUMNS.map(({ name }) => `coalesce(${DUCKDB.identifier(name)}, '')`).join(', ')})`;

/** A query for blocks: the text, a number that is the row's id or whether it is held back, then the numbers of a block. */
const feedQuery = (first: string, relation: string): string =>
  `SELECT ${TEXTS}, CAST(${first} AS DOUBLE), ${NUMBERS} FROM ${relation}`;

/**
 * The rows of a source, block by block in its order, with id `firstId` + ordinal, for the book to write while the lens
 * reads the same source. Held back are rows that may be unreadable and, where `known`, those whose key the workspace
 * holds: the checks decide on them.
 */
export function sourceBlocks(
  connection: DuckDBConnection,
  query: string,
  firstId: number,
  known: boolean,
): AsyncGenerator<StagingBlock> {
  const repeated = known ? ` OR (${KEY_COLUMNS}) IN (SELECT (${KEY_COLUMNS}) FROM transactions)` : '';
  let next = firstId;
  return blocks(
    connection,
    feedQuery(`coalesce(x_texts IS NOT NULL${repeated}, false)`, `(${query})`),
    false,
    (heldBack) => {
      const id = next;
      next += 1;
      return heldBack === 0 ? id : null;
    },
  );
}

/** The rows of the lens that were held back and are loaded after all: those that look unreadable and are not. */
export function lateBlocks(connection: DuckDBConnection, firstId: number): AsyncGenerator<StagingBlock> {
  const relation = `(SELECT * FROM transactions WHERE id >= ${firstId} AND x_texts IS NOT NULL ORDER BY id)`;
  return blocks(connection, feedQuery('id', relation), true, (id) => id);
}

async function* blocks(
  connection: DuckDBConnection,
  query: string,
  late: boolean,
  idOf: (first: number) => number | null,
): AsyncGenerator<StagingBlock> {
  const result = await connection.stream(query);
  let block = new BlockBuilder(late);
  for await (const chunk of result) {
    const items = (column: number): Float64Array =>
      (chunk.getColumnVector(column) as unknown as { items: Float64Array }).items;
    const texts = chunk.getColumnVector(0);
    const first = items(1);
    const columns = Array.from({ length: chunk.columnCount - 2 }, (_, index) => items(index + 2));
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const id = idOf(first[row] ?? 0);
      if (id !== null) block.add(id, columns, row, String(texts.getItem(row)));
      if (block.isFull) {
        yield block.build();
        block = new BlockBuilder(late);
      }
    }
  }
  if (block.rows > 0) yield block.build();
}

class BlockBuilder {
  rows = 0;
  readonly #late: boolean;
  readonly #numbers = new Float64Array((NUMBER_COLUMNS.length + LEADING_NUMBERS) * ROWS_PER_BLOCK);
  readonly #texts: string[] = [];

  constructor(late: boolean) {
    this.#late = late;
  }

  get isFull(): boolean {
    return this.rows === ROWS_PER_BLOCK;
  }

  add(id: number, columns: readonly Float64Array[], row: number, text: string): void {
    this.#numbers[this.rows] = id;
    for (let column = 0; column < columns.length; column += 1) {
      this.#numbers[(column + 1) * ROWS_PER_BLOCK + this.rows] = columns[column]?.[row] ?? NaN;
    }
    this.#texts.push(text);
    this.rows += 1;
  }

  build(): StagingBlock {
    const { rows } = this;
    if (rows === ROWS_PER_BLOCK) return { rows, numbers: this.#numbers, texts: this.#texts, late: this.#late };
    const width = NUMBER_COLUMNS.length + LEADING_NUMBERS;
    const numbers = new Float64Array(width * rows);
    for (let column = 0; column < width; column += 1) {
      numbers.set(this.#numbers.subarray(column * ROWS_PER_BLOCK, column * ROWS_PER_BLOCK + rows), column * rows);
    }
    return { rows, numbers, texts: this.#texts, late: this.#late };
  }
}
