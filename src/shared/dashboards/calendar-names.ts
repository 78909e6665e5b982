import type { Language } from '../language.ts';

/** As the column `date_month` has them. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Counts by month `YYYY-MM` added up by the name of the month, whatever the year. */
export function monthCounts(counts: ReadonlyMap<string | null, number>): ReadonlyMap<string, number> {
  const byName = new Map<string, number>();
  for (const [month, n] of counts) {
    const name = MONTHS[Number(month?.slice(5, 7)) - 1];
    if (name !== undefined) byName.set(name, (byName.get(name) ?? 0) + n);
  }
  return byName;
}

/** What a month of `date_month` is called in a language. */
export function monthName(month: (typeof MONTHS)[number], language: Language): string {
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return name.format(Date.UTC(2024, MONTHS.indexOf(month), 1));
}

/** The first of January 2024 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** What a day of the week is called, 1 is Monday. */
export function weekdayText(weekday: number, language: Language, length: 'long' | 'short' | 'narrow'): string {
  const name = new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' });
  return name.format(MONDAY + (weekday - 1) * 86_400_000);
}
