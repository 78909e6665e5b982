import type { z } from 'zod';
import type { ValuesAnswer, ValuesRequest } from '../../../shared/contract/grid.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { presentValue, type Predicate } from '../../../etl/sql/column-predicate.ts';
import { containsText } from '../../../etl/sql/filter-predicate.ts';
import { knownColumn } from '../../../etl/sql/known-column.ts';
import { selectionColumns } from '../../../etl/sql/selection-columns.ts';
import type { LensRow } from '../../engine/lens-reader.ts';
import type { GridContext } from './grid-context.ts';
import { viewQuery } from './view-query.ts';

/**
 * The values of a column with how many rows hold each, written so that a filter takes them: "missing" first, then the
 * most frequent. Filters on the column itself are left out, so that the list shows what could be ticked besides.
 */
export async function columnValues(
  { workspace, table, column: name, selection, search, limit }: z.output<typeof ValuesRequest>,
  { access, signal }: GridContext,
): Promise<ValuesAnswer> {
  const column = valueOrThrow(knownColumn(name, table, selectionColumns(table)));
  const value = column.kind === 'timestamp' ? `CAST(${presentValue(column)} AS VARCHAR)` : presentValue(column);
  const others = { ...selection, filters: selection.filters.filter((filter) => filter.column !== name) };
  const { rows, parameters } = viewQuery({ table, selection: others, order: [] });
  const matching: Predicate = search === '' ? { sql: 'TRUE', parameters: [] } : containsText('text', search);
  const found = await access.withLens(
    workspace,
    (lens) =>
      lens.rows(
        `WITH counted AS (SELECT ${value} AS value, count(*) AS n ${rows} GROUP BY ALL),
          written AS (SELECT value, n, CAST(value AS VARCHAR) AS "text" FROM counted)
        SELECT value, n, count(value) OVER () AS distinct_values FROM written WHERE ${matching.sql}
        ORDER BY value IS NULL DESC, n DESC, value LIMIT ${limit + 1}`,
        [...parameters, ...matching.parameters],
      ),
    { signal },
  );
  const [first] = found;
  const room = first?.['value'] === null ? limit + 1 : limit;
  return {
    values: found.slice(0, room).map((row) => ({ value: written(row), count: Number(row['n']) })),
    distinct: Number(first?.['distinct_values'] ?? 0),
  };
}

const written = ({ value }: LensRow): string => (value === null || value === undefined ? '' : String(value));
