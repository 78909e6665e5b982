import { resolve } from 'node:path';
import type { z } from 'zod';
import type { CountAnswer, CountRequest } from '../../../shared/contract/grid.ts';
import { bookStamp, countTables } from '../../engine/book/book-rows.ts';
import type { GridContext } from './grid-context.ts';
import { viewQuery } from './view-query.ts';

/** How many rows a selection leaves, of how many. What is known of it, or on its way, is not counted again. */
export async function countRows(
  { workspace, table, selection }: z.output<typeof CountRequest>,
  { access, grid, signal }: GridContext,
): Promise<z.output<typeof CountAnswer>> {
  const query = viewQuery({ table, selection, order: [] });
  const { stamp, ofRows } = await access.withBook(workspace, (book) => ({
    stamp: bookStamp(book),
    ofRows: countTables(book)[table],
  }));
  if (query.isWhole) return { rows: ofRows, ofRows };
  const known = await grid.orders.rowCount({ workspace: resolve(workspace), stamp, query }, signal);
  if (known !== null) return { rows: known, ofRows };
  return access.withLens(
    workspace,
    async (lens, book) => ({
      rows: Number((await lens.row(`SELECT count(*) AS n ${query.rows}`, query.parameters))['n']),
      ofRows: countTables(book)[table],
    }),
    { signal },
  );
}
