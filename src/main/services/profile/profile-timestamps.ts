import { LONGEST_GAPS, type TimestampDetail } from '../../../shared/contract/profile.ts';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import type { LensRow } from '../../engine/lens-reader.ts';
import { dayGaps } from './day-gaps.ts';
import type { Summary } from './profile-categories.ts';
import type { ProfileRun } from './profile-run.ts';
import type { ProfiledColumn } from './profiled-column.ts';
import { maybeText, numberOf } from './row-values.ts';

/** Queries that profiling a timestamp takes. */
export const TIMESTAMP_PASSES = 3;

const HOURS = 24;
const WEEKDAYS = 7;

/** Rows per weekday (Monday first) and hour. */
function weekdayAndHour(cells: readonly LensRow[]): readonly (readonly number[])[] {
  const counts = Array.from({ length: WEEKDAYS }, () => Array.from({ length: HOURS }, () => 0));
  for (const cell of cells) {
    const row = counts[numberOf(cell, 'weekday') - 1];
    const hour = numberOf(cell, 'hour');
    if (row?.[hour] !== undefined) row[hour] += numberOf(cell, 'n');
  }
  return counts;
}

async function profileTimestamp(
  column: ProfiledColumn,
  table: string,
  run: ProfileRun,
): Promise<Summary<TimestampDetail>> {
  const name = DUCKDB.identifier(column.name);
  const [totals] = await run.readOne({
    sql: `SELECT count(*) - count(${name}) AS missing, count(DISTINCT ${name}) AS distinct_values,
        arg_min(${name}, "x_epoch_us") AS first, arg_max(${name}, "x_epoch_us") AS last, count(*) FILTER (epoch < before) AS out_of_order
      FROM (SELECT ${name}, "x_epoch_us", "x_epoch_us" AS epoch, lag("x_epoch_us") OVER (ORDER BY "id") AS before FROM ${table})`,
  });
  const cells = await run.readOne({
    sql: `SELECT substr(${name}, 1, 10) AS day, isodow(CAST(substr(${name}, 1, 10) AS DATE)) AS weekday,
        CAST(substr(${name}, 12, 2) AS INTEGER) AS hour, count(*) AS n
      FROM ${table} WHERE ${name} IS NOT NULL GROUP BY ALL ORDER BY day, hour`,
  });
  const offsets = await run.readOne({
    sql: `SELECT substr(${name}, 27) AS zone, count(*) AS n FROM ${table} WHERE ${name} IS NOT NULL GROUP BY ALL ORDER BY n DESC, zone`,
  });
  const days = [...new Set(cells.map((cell) => maybeText(cell, 'day') ?? ''))];
  const { span, gaps } = dayGaps(days);
  return {
    missing: numberOf(totals, 'missing'),
    distinct: numberOf(totals, 'distinct_values'),
    detail: {
      kind: 'timestamp',
      first: maybeText(totals, 'first'),
      last: maybeText(totals, 'last'),
      offsets: offsets.map((row) => ({ offset: maybeText(row, 'zone') ?? '', count: numberOf(row, 'n') })),
      byWeekdayAndHour: weekdayAndHour(cells),
      days: { span, withData: days.length },
      gaps: gaps.toSorted((left, right) => right.days - left.days).slice(0, LONGEST_GAPS),
      outOfOrder: numberOf(totals, 'out_of_order'),
    },
  };
}

/** When rows happened: bounds, hours and weekdays on the local clock, days without data, rows out of order. */
export async function profileTimestamps(
  columns: readonly ProfiledColumn[],
  table: string,
  run: ProfileRun,
): Promise<readonly Summary<TimestampDetail>[]> {
  const summaries: Summary<TimestampDetail>[] = [];
  for (const column of columns) summaries.push(await profileTimestamp(column, table, run));
  return summaries;
}
