import { TOP_VALUES, type CategoryDetail } from '../../../shared/contract/profile.ts';
import type { LensRow } from '../../engine/lens-reader.ts';
import type { ProfileRun } from './profile-run.ts';
import { SOURCE, present } from './profile-sql.ts';
import type { ProfiledColumn } from './profiled-column.ts';
import { maybeNumber, maybeText, numberOf } from './row-values.ts';

/** What one column's profile adds to the model card. */
export interface Summary<Detail> {
  readonly missing: number;
  readonly distinct: number;
  readonly detail: Detail;
}

/** Statements' branches that profiling a category takes. */
export const CATEGORY_PASSES = 2;

/** A query of `value` (`NULL`: missing) and `c`, the rows that hold it. */
const frequencies = (column: ProfiledColumn): string =>
  `SELECT CAST(${present(column)} AS VARCHAR) AS value, count(*) AS c FROM ${SOURCE} GROUP BY ALL`;

function detailOf(column: ProfiledColumn, counts: LensRow | undefined, top: readonly LensRow[]): CategoryDetail {
  const n = numberOf(counts, 'present');
  const shown = top.map((row) => ({ value: maybeText(row, 'value') ?? '', count: numberOf(row, 'c') }));
  const longest = maybeNumber(counts, 'longest');
  return {
    kind: 'category',
    top: shown.map((value) => ({ ...value, share: value.count / n })),
    other: {
      distinct: numberOf(counts, 'distinct_values') - shown.length,
      count: n - shown.reduce((sum, value) => sum + value.count, 0),
    },
    length: column.kind === 'text' && longest !== null ? { shortest: numberOf(counts, 'shortest'), longest } : null,
  };
}

/** The most frequent values of texts, truth values and codes. */
export async function profileCategories(
  columns: readonly ProfiledColumn[],
  run: ProfileRun,
): Promise<readonly Summary<CategoryDetail>[]> {
  const counts = await run.read(columns, (column) => ({
    sql: `SELECT count(value) AS distinct_values, sum(c) FILTER (value IS NOT NULL) AS present,
      sum(c) FILTER (value IS NULL) AS missing, min(length(value)) AS shortest, max(length(value)) AS longest
      FROM (${frequencies(column)})`,
  }));
  const tops = await run.read(columns, (column) => ({
    sql: `SELECT value, c FROM (${frequencies(column)}) WHERE value IS NOT NULL ORDER BY c DESC, value LIMIT ${TOP_VALUES}`,
  }));
  return columns.map((column, index) => ({
    missing: numberOf(counts[index]?.[0], 'missing'),
    distinct: numberOf(counts[index]?.[0], 'distinct_values'),
    detail: detailOf(column, counts[index]?.[0], tops[index] ?? []),
  }));
}
