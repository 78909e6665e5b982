import type { ColumnFilter } from '../contract/row-selection.ts';
import { dayAfter, daysBetween } from './calendar-days.ts';
import { FACET_COLUMN } from './facet-filter.ts';

/** Days from one to another, both counted, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A span of days and the equally long one right before it. */
export interface PeriodPair {
  readonly present: Period;
  readonly previous: Period;
  readonly days: number;
}

const WEEK = 7;

/**
 * What to compare: the days of the filter on the date, or, without one, the last seven days of the data (the later half where
 * there are fewer than fourteen); always with as many days before. Null where there is nothing before.
 */
export function periodPair(days: readonly string[], filters: readonly ColumnFilter[]): PeriodPair | null {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const filter = filters.find((known) => known.kind === 'dates' && known.column === FACET_COLUMN.day);
  const chosen = filter?.kind === 'dates' ? filter : null;
  const all = daysBetween(first, last);
  const to = latest(first, earliest(last, chosen?.to?.slice(0, 10) ?? last));
  const from =
    chosen?.from == null
      ? chosen === null
        ? dayAfter(to, 1 - Math.min(WEEK, Math.floor(all / 2)))
        : first
      : latest(first, chosen.from.slice(0, 10));
  const length = daysBetween(from, to);
  const previous = { from: dayAfter(from, -length), to: dayAfter(from, -1) };
  return length < 1 || previous.to < first ? null : { present: { from, to }, previous, days: length };
}

function earliest(one: string, other: string): string {
  return one < other ? one : other;
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}
