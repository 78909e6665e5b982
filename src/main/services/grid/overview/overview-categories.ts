import type { ColumnOverview } from '../../../../shared/contract/grid.ts';
import type { LensRow } from '../../../engine/lens-reader.ts';
import type { OverviewColumn } from './overview-column.ts';
import { readTogether, type OverviewRun } from './overview-run.ts';

const MOST_SHOWN = 8;
/** Of a column of identifiers, or of so many values that a few say little. */
const MOST_SHOWN_OF_MANY = 3;
const MANY = 1000;

/** Beyond so many rows their texts take more memory together than looking through the selection anew takes time. */
const MOST_ROWS_TOGETHER = 200_000;

const frequencies = (value: string, rows: string): string =>
  `SELECT CAST(value AS VARCHAR) AS value, n, count(value) OVER () AS distinct_values,
    coalesce(sum(n) FILTER (value IS NULL) OVER (), 0) AS missing
  FROM (SELECT ${value} AS value, count(*) AS n ${rows} GROUP BY ALL)
  ORDER BY value IS NULL, n DESC, value LIMIT ${MOST_SHOWN}`;

/** The most frequent values of each column. */
export async function overviewCategories(
  columns: readonly OverviewColumn[],
  run: OverviewRun,
): Promise<readonly ColumnOverview[]> {
  const answers =
    run.rows <= MOST_ROWS_TOGETHER
      ? await readTogether(
          run,
          columns,
          (value) => value,
          (value) => frequencies(value, 'FROM selected'),
        )
      : await readEach(columns, run);
  return columns.map(({ name }, index) => overviewOf(name, answers[index] ?? [], run.rows));
}

async function readEach(
  columns: readonly OverviewColumn[],
  { lens, query }: OverviewRun,
): Promise<readonly (readonly LensRow[])[]> {
  const answers: (readonly LensRow[])[] = [];
  for (const { value } of columns) answers.push(await lens.rows(frequencies(value, query.rows), query.parameters));
  return answers;
}

function overviewOf(column: string, found: readonly LensRow[], rows: number): ColumnOverview {
  const [first] = found;
  const distinct = Number(first?.['distinct_values'] ?? 0);
  const missing = Number(first?.['missing'] ?? 0);
  if (distinct === 0) return { column, missing, shape: { kind: 'empty' } };
  const top = found
    .filter(({ value }) => value !== null)
    .slice(0, distinct > MANY ? MOST_SHOWN_OF_MANY : MOST_SHOWN)
    .map(({ value, n }) => ({ value: String(value), count: Number(n) }));
  const otherCount = top.reduce((rest, { count }) => rest - count, rows - missing);
  return { column, missing, shape: { kind: 'values', top, distinct, otherCount } };
}
