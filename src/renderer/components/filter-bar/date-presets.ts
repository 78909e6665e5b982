/** A span of whole days, both ends included, as `YYYY-MM-DD`. */
export interface DaySpan {
  readonly key: 'presetFirst' | 'presetLast' | 'presetLast7' | 'presetLastWeek' | 'presetLastMonth' | 'presetAll';
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;
const instantOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** Spans that are named relative to the data, whose first and last day are given. Weeks begin on Monday. */
export function datePresets(first: string, last: string): readonly DaySpan[] {
  const end = instantOf(last);
  const weekday = (new Date(end).getUTCDay() + 6) % 7;
  const notBefore = (instant: number): string => dayOf(Math.max(instant, instantOf(first)));
  return [
    { key: 'presetFirst', from: first, to: first },
    { key: 'presetLast', from: last, to: last },
    { key: 'presetLast7', from: notBefore(end - 6 * DAY), to: last },
    { key: 'presetLastWeek', from: notBefore(end - weekday * DAY), to: last },
    { key: 'presetLastMonth', from: notBefore(instantOf(`${last.slice(0, 7)}-01`)), to: last },
    { key: 'presetAll', from: first, to: last },
  ];
}
