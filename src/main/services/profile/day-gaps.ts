import type { DayRange } from '../../../shared/contract/profile.ts';

const DAY = 86_400_000;
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
const dayName = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** Runs of days without data between ascending `YYYY-MM-DD` days, in order, and the days that the data spans. */
export function dayGaps(days: readonly string[]): { readonly span: number; readonly gaps: readonly DayRange[] } {
  const numbers = days.map(dayNumber);
  const gaps = numbers.slice(1).flatMap((number, index) => {
    const before = numbers[index] ?? number;
    const missing = number - before - 1;
    return missing > 0 ? [{ from: dayName(before + 1), to: dayName(number - 1), days: missing }] : [];
  });
  return { span: numbers.length === 0 ? 0 : (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) + 1, gaps };
}
