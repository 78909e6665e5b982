import { resolve } from 'node:path';
import type { z } from 'zod';
import { LARGEST_PAGE, type RowsAnswer, type RowsRequest } from '../../../shared/contract/grid.ts';
import { AppException } from '../../../shared/result.ts';
import { bookStamp } from '../../engine/book/book-rows.ts';
import { readRowIds, type RowOrderQuery } from '../../engine/grid/row-order.ts';
import { pageInImportOrder, pageOfIds, type PageRequest } from './book-pages.ts';
import type { GridContext } from './grid-context.ts';
import { pageColumns } from './page-columns.ts';
import { viewQuery } from './view-query.ts';

/** A page of a view of a workspace. */
interface ViewPage extends PageRequest {
  /** Absolute path. */
  readonly workspace: string;
  readonly query: RowOrderQuery;
}

/** An import may come in between the order and the rows: then both are read again, but not for ever. */
const ATTEMPTS = 5;

/**
 * A page of a view: which rows, told by the lens; their cells, from the book. A whole table in the order of import comes
 * from the book alone. Nor do the first pages of any other view wait for its whole order, which is computed meanwhile for
 * the pages after them.
 */
export async function readRows(request: z.output<typeof RowsRequest>, context: GridContext): Promise<RowsAnswer> {
  const { workspace, table, offset, limit } = request;
  const query = viewQuery(request);
  const columns = pageColumns(table, request.columns);
  const page: ViewPage = { workspace: resolve(workspace), query, table, columns, offset, limit };
  if (query.isWhole && query.isInImportOrder) {
    const answer = await context.access.withBook(workspace, (book) => pageInImportOrder(book, page));
    if (answer !== null) return answer;
  }
  return orderedPage(page, context);
}

async function orderedPage(page: ViewPage, context: GridContext): Promise<RowsAnswer> {
  const { access, grid, signal } = context;
  const { workspace, query, offset, limit } = page;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const found = await access.withBook(workspace, (book) => {
      const wanted = { workspace, stamp: bookStamp(book), query };
      const order = grid.orders.kept(wanted);
      if (order === undefined) return { wanted };
      const ids = order.ids.subarray(offset, offset + limit);
      return { answer: pageOfIds(book, page, ids, order.ids.length) };
    });
    if (found.answer !== undefined) return found.answer;
    if (offset + limit <= LARGEST_PAGE) return firstPage(page, context);
    await grid.orders.wanted(found.wanted, signal);
  }
  throw new AppException(
    'WORKSPACE_BUSY',
    'The workspace changes faster than it can be sorted.',
    'Wait until the imports are done, and try again.',
  );
}

/** The rows that come first are found sooner than all are sorted. */
async function firstPage(page: ViewPage, { access, grid, signal }: GridContext): Promise<RowsAnswer> {
  const { workspace, query, offset, limit } = page;
  const end = offset + limit;
  return access.withLens(
    workspace,
    async (lens, book) => {
      const ids = await readRowIds(lens, query, end);
      const isAll = ids.length < end;
      if (!isAll) grid.orders.begin({ workspace, stamp: bookStamp(book), query });
      return pageOfIds(book, page, ids.subarray(offset), isAll ? ids.length : null);
    },
    { signal },
  );
}
