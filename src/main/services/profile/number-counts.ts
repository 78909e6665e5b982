import type { LensRow } from '../../engine/lens-reader.ts';
import type { ProfileRun } from './profile-run.ts';
import { SOURCE, isMeasured, present } from './profile-sql.ts';
import type { ProfiledColumn } from './profiled-column.ts';
import { maybeNumber, numberOf } from './row-values.ts';

/** Bounds and mean of the values that can be measured. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Different ones. */
  readonly distinct: number;
  /** No value has a fraction. */
  readonly whole: boolean;
}

/** What the first pass over a number column counts. `range` is `null` where no value can be measured. */
export interface NumberCounts {
  readonly missing: number;
  readonly distinct: number;
  readonly finite: number;
  readonly infinite: number;
  readonly zeros: number;
  readonly negatives: number;
  readonly range: NumberRange | null;
}

/** Everything is counted over the distinct values and how often each occurs: fewer than rows, and `distinct` comes with them. */
function countsQuery(column: ProfiledColumn): string {
  return `SELECT count(raw) AS distinct_values, count(value) AS distinct_measured, sum(c) FILTER (raw IS NULL) AS missing,
      sum(c) FILTER (value IS NOT NULL) AS finite, sum(c) FILTER (raw IS NOT NULL AND value IS NULL) AS infinite,
      sum(c) FILTER (value = 0) AS zeros, sum(c) FILTER (value < 0) AS negatives, min(value) AS low, max(value) AS high,
      sum(value * c) / sum(c) FILTER (value IS NOT NULL) AS mean, bool_and(value = floor(value)) AS whole
    FROM (SELECT raw, c, CASE WHEN ${isMeasured('raw')} THEN raw END AS value
      FROM (SELECT CAST(${present(column)} AS DOUBLE) AS raw, count(*) AS c FROM ${SOURCE} GROUP BY ALL))`;
}

function rangeOf(row: LensRow | undefined): NumberRange | null {
  const [min, max, mean] = [maybeNumber(row, 'low'), maybeNumber(row, 'high'), maybeNumber(row, 'mean')];
  if (min === null || max === null || mean === null) return null;
  // Rounding may give equal values a mean beside them.
  const inside = Math.min(Math.max(mean, min), max);
  return { min, max, mean: inside, distinct: numberOf(row, 'distinct_measured'), whole: row?.['whole'] === true };
}

/** How many values of each kind every number column holds, and between which bounds. */
export async function countNumbers(
  columns: readonly ProfiledColumn[],
  run: ProfileRun,
): Promise<readonly NumberCounts[]> {
  const answers = await run.read(columns, (column) => ({ sql: countsQuery(column) }));
  return answers.map(([row]) => ({
    missing: numberOf(row, 'missing'),
    distinct: numberOf(row, 'distinct_values'),
    finite: numberOf(row, 'finite'),
    infinite: numberOf(row, 'infinite'),
    zeros: numberOf(row, 'zeros'),
    negatives: numberOf(row, 'negatives'),
    range: rangeOf(row),
  }));
}
