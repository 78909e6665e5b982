import { resolve } from 'node:path';
import type { z } from 'zod';
import type { ColumnOverview, OverviewAnswer, OverviewRequest } from '../../../shared/contract/grid.ts';
import { bookStamp } from '../../engine/book/book-rows.ts';
import type { GridContext } from './grid-context.ts';
import { overviewCategories } from './overview/overview-categories.ts';
import { overviewColumn } from './overview/overview-column.ts';
import { overviewNumbers } from './overview/overview-numbers.ts';
import { viewQuery } from './view-query.ts';

/**
 * How the values of columns are spread over the rows of a selection: exactly, every row is counted. A sentinel is
 * "missing". Columns that were asked for before, of the same rows, are not counted again.
 */
export async function columnOverview(
  { workspace, table, columns: names, selection }: z.output<typeof OverviewRequest>,
  { access, grid, signal }: GridContext,
): Promise<z.output<typeof OverviewAnswer>> {
  const columns = names.map((name) => overviewColumn(name, table));
  const query = viewQuery({ table, selection, order: [] });
  return access.withLens(
    workspace,
    async (lens, book) => {
      const about = [resolve(workspace), bookStamp(book), query.rows, query.parameters] as const;
      const keyOf = (name: string): string => JSON.stringify([...about, name]);
      const rows = Number((await lens.row(`SELECT count(*) AS n ${query.rows}`, query.parameters))['n']);
      const known = new Map<string, ColumnOverview>();
      for (const { name } of columns) {
        const kept = grid.overviews.get(keyOf(name));
        if (kept !== undefined) known.set(name, kept);
      }
      const run = { lens, query, rows };
      const wanted = columns.filter(({ name }, index) => !known.has(name) && names.indexOf(name) === index);
      const found = [
        ...(await overviewNumbers(
          wanted.filter(({ shape }) => shape !== 'category'),
          run,
        )),
        ...(await overviewCategories(
          wanted.filter(({ shape }) => shape === 'category'),
          run,
        )),
      ];
      for (const one of found) {
        known.set(one.column, one);
        grid.overviews.set(keyOf(one.column), one, 1);
      }
      return { rows, columns: names.flatMap((name) => known.get(name) ?? []) };
    },
    { signal },
  );
}
