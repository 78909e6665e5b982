const DAY = 86_400_000;

/** The day so many after another; days are `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one to another, both counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY) + 1;
}

/** More days than this are not filled in: a single date typed wrongly by centuries would make a calendar of them all. */
const MOST_DAYS = 4000;

/**
 * Every day from the first to the last of `days` and of `edges`, those without anything too; the days themselves where they
 * span too much.
 */
export function calendarOf(days: readonly string[], edges: readonly string[] = []): readonly string[] {
  const sorted = [...new Set([...days, ...edges])].toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const count = daysBetween(first, last);
  if (count > MOST_DAYS) return sorted;
  return Array.from({ length: count }, (_, at) => dayAfter(first, at));
}
