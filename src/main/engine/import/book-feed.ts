import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
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
  const repeated = known
    ? ` OR (${KEY_COLUMNS}) IN (SELECT (${KEY_COLUMNS}) FROM transactions WHERE id IS NOT NULL)`
    : '';
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

/** One row of the lens. */
export function blockOfRow(connection: DuckDBConnection, id: number): AsyncGenerator<StagingBlock> {
  return blocks(connection, feedQuery('id', `(SELECT * FROM transactions WHERE id = ${id})`), true, () => id);
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
    const ids = Array.from({ length: chunk.rowCount }, (_, row) => idOf(first[row] ?? 0));
    for (let from = 0; from < chunk.rowCount;) {
      const to = Math.min(chunk.rowCount, from + block.room);
      block.add(ids, columns, texts, from, to);
      if (block.room === 0) {
        yield block.build();
        block = new BlockBuilder(late);
      }
      from = to;
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

  get room(): number {
    return ROWS_PER_BLOCK - this.rows;
  }

  /** Takes the rows `from` up to `to` of a chunk, without those that have no id. */
  add(
    ids: readonly (number | null)[],
    columns: readonly Float64Array[],
    texts: DuckDBVector,
    from: number,
    to: number,
  ): void {
    const taken: number[] = [];
    for (let row = from; row < to; row += 1) {
      const id = ids[row] ?? null;
      if (id === null) continue;
      this.#numbers[this.rows + taken.length] = id;
      this.#texts.push(String(texts.getItem(row)));
      taken.push(row);
    }
    const whole = taken.length === to - from;
    for (const [index, column] of columns.entries()) {
      const place = (index + 1) * ROWS_PER_BLOCK + this.rows;
      if (whole) this.#numbers.set(column.subarray(from, to), place);
      else for (const [offset, row] of taken.entries()) this.#numbers[place + offset] = column[row] ?? NaN;
    }
    this.rows += taken.length;
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
