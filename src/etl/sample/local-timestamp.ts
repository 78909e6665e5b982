import { itemAt } from './chance/item-at.ts';

/** The sample is set in Bogotá, which keeps this offset all year. */
export const UTC_OFFSET = '-05:00';
const UTC_OFFSET_SECONDS = -5 * 3600;

export const MICROSECONDS = {
  second: 1_000_000,
  minute: 60_000_000,
  hour: 3_600_000_000,
  day: 86_400_000_000,
} as const;

const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const MILLISECONDS_OF_DAY = 86_400_000;

let lastDay = Number.NaN;
let lastDayText = '';

/** The calendar day `YYYY-MM-DD` of a day number, counted from 1970-01-01. */
function dayText(day: number): string {
  if (day !== lastDay) {
    lastDay = day;
    lastDayText = new Date(day * MILLISECONDS_OF_DAY).toISOString().slice(0, 10);
  }
  return lastDayText;
}

/** The number of a calendar day, counted from 1970-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS_OF_DAY;
}

/** The local clock to the second, as `YYYY-MM-DD` and `HH:MM:SS` joined by `separator`. `at` counts microseconds of the local clock from 1970-01-01. */
export function localClock(at: number, separator: string): string {
  const day = Math.floor(at / MICROSECONDS.day);
  const second = Math.floor((at - day * MICROSECONDS.day) / MICROSECONDS.second);
  const minute = Math.floor(second / 60);
  const hour = Math.floor(minute / 60);
  const clock = `${itemAt(TWO_DIGITS, hour)}:${itemAt(TWO_DIGITS, minute % 60)}:${itemAt(TWO_DIGITS, second % 60)}`;
  return `${dayText(day)}${separator}${clock}`;
}

/** The timestamp as published: `2025-01-08T22:49:46.404009-05:00`. */
export function localTimestamp(at: number): string {
  const fraction = String(MICROSECONDS.second + (at % MICROSECONDS.second)).slice(1);
  return `${localClock(at, 'T')}.${fraction}${UTC_OFFSET}`;
}

/** Seconds since 1970 UTC. */
export function epochSeconds(at: number): number {
  return at / MICROSECONDS.second - UTC_OFFSET_SECONDS;
}
