import type { RowsAnswer } from '../../../shared/contract/grid.ts';
import type { TableName } from '../../../shared/contract/ledger.ts';
import type { ColumnBase } from '../../../etl/model/column.ts';
import { bookStamp, countTables } from '../../engine/book/book-rows.ts';
import type { BookDatabase } from '../../engine/book/open-book.ts';
import type { RowIds } from '../../engine/grid/row-order.ts';
import { pageBlock, pageSelectList, type BookCells } from './page-columns.ts';

/** Which part of a table is asked for. */
export interface PageRequest {
  readonly table: TableName;
  readonly columns: readonly ColumnBase[];
  readonly offset: number;
  readonly limit: number;
}

/** So many rows are stepped over sooner than the lens is asked. */
const MOST_STEPPED_OVER = 20_000;

/**
 * A page of a whole table in the order of import, without the lens. Null where that would take long: rows that were kept
 * out leave gaps in the ids, and then only a list of them tells which row stands at a far place.
 */
export function pageInImportOrder(book: BookDatabase, request: PageRequest): RowsAnswer | null {
  const { table, columns, offset, limit } = request;
  const rowCount = countTables(book)[table];
  const select = `SELECT ${pageSelectList(columns, table)} FROM ${table}`;
  const read = (sql: string, first: number, second: number): BookCells[] =>
    book.prepare<[number, number], BookCells>(`${select} ${sql}`).raw().all(first, second);
  const answer = (rows: readonly BookCells[]): RowsAnswer => ({
    block: pageBlock(columns, rows),
    rowCount,
    stamp: bookStamp(book),
  });
  const first = firstIdWithoutGaps(book, table, rowCount);
  if (first !== null)
    return answer(read('WHERE id BETWEEN ? AND ? ORDER BY id', first + offset, first + offset + limit - 1));
  return offset > MOST_STEPPED_OVER ? null : answer(read('ORDER BY id LIMIT ? OFFSET ?', limit, offset));
}

/** Both ends in one statement would read the whole table. */
function firstIdWithoutGaps(book: BookDatabase, table: TableName, rows: number): number | null {
  const first = book.prepare(`SELECT min(id) FROM ${table}`).pluck().get();
  const last = book.prepare(`SELECT max(id) FROM ${table}`).pluck().get();
  return rows > 0 && Number(last) - Number(first) + 1 === rows ? Number(first) : null;
}

/** The rows of these ids, in their order. `rowCount` is that of the whole view. */
export function pageOfIds(
  book: BookDatabase,
  { table, columns }: PageRequest,
  ids: RowIds,
  rowCount: number | null,
): RowsAnswer {
  const rows = book
    .prepare<[string], BookCells>(
      `SELECT ${pageSelectList(columns, table)} FROM json_each(?) AS wanted CROSS JOIN ${table} ON ${table}.id = wanted.value ORDER BY wanted.key`,
    )
    .raw()
    .all(`[${ids.join(',')}]`);
  return { block: pageBlock(columns, rows), rowCount, stamp: bookStamp(book) };
}
