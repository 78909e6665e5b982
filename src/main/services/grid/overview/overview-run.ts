import type { LensReader, LensRow } from '../../../engine/lens-reader.ts';
import type { ViewQuery } from '../view-query.ts';
import type { OverviewColumn } from './overview-column.ts';

/** The rows that overviews are about. */
export interface OverviewRun {
  readonly lens: LensReader;
  readonly query: ViewQuery;
  /** How many they are. */
  readonly rows: number;
}

/** So many columns one statement reads: what it keeps of each row must fit in the lens's memory. */
const COLUMNS_PER_STATEMENT = 24;

/**
 * The rows that `branch` gives for each column. It reads one value of each row, which `keep` makes of the column's value:
 * both are given the SQL of it. The selection is looked through once for many columns.
 */
export async function readTogether(
  { lens, query }: OverviewRun,
  columns: readonly OverviewColumn[],
  keep: (value: string, position: number) => string,
  branch: (kept: string) => string,
): Promise<readonly (readonly LensRow[])[]> {
  const answers: LensRow[][] = columns.map(() => []);
  for (let from = 0; from < columns.length; from += COLUMNS_PER_STATEMENT) {
    const some = columns
      .slice(from, from + COLUMNS_PER_STATEMENT)
      .map(({ value }, index) => ({ value, at: from + index }));
    // A value is named before it is used more than once: each mention in a CASE would compute it anew.
    const values = some.map(({ value, at }) => `${value} AS v${at}`);
    const kept = some.map(({ at }) => `${keep(`v${at}`, at)} AS k${at}`);
    const branches = some.map(({ at }) => `(SELECT ${at} AS item, * FROM (${branch(`k${at}`)}))`);
    const rows = await lens.rows(
      `WITH selected AS MATERIALIZED (SELECT ${kept.join(', ')} FROM (SELECT ${values.join(', ')} ${query.rows}))
      ${branches.join(' UNION ALL ')}`,
      query.parameters,
    );
    for (const row of rows) answers[Number(row['item'])]?.push(row);
  }
  return answers;
}
