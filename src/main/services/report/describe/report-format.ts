import type { Language, LocalizedText } from '../../../../shared/language.ts';
import type { Counted } from '../words/counted.ts';
import { numberFormat, type NumberFormat } from './number-format.ts';

/** Numbers and dates as a reader of the language writes them. */
export interface ReportFormat extends NumberFormat {
  readonly language: Language;
  readonly text: (localized: LocalizedText) => string;
  /** A number for a sentence that agrees with it. */
  readonly counted: (n: number) => Counted;
  /** `2025-01-08` as day and month. */
  readonly day: (day: string) => string;
  /** `2025-01-08` with its year. */
  readonly fullDay: (day: string) => string;
  /** Month and year of `2025-01-08`. */
  readonly month: (day: string) => string;
  /** `2025-01-08 10:00:00.000000-05:00` to the second, with its difference from UTC. */
  readonly timestamp: (written: string) => string;
  /** A moment in UTC. */
  readonly moment: (instant: Date) => string;
  /** 1 is Monday. */
  readonly weekday: (weekday: number) => string;
  readonly hour: (hour: number) => string;
  /** `a, b and c`. */
  readonly list: (texts: readonly string[]) => string;
  /** `a, b or c`. */
  readonly either: (texts: readonly string[]) => string;
}

/** Day before month in both languages. */
const LOCALES = { en: 'en-GB', es: 'es' } as const satisfies Record<Language, string>;

const WRITTEN = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?([+-]\d\d:\d\d)?$/;
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

export function reportFormat(language: Language): ReportFormat {
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...options });
  const day = dates({ day: 'numeric', month: 'short' });
  const fullDay = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const month = dates({ month: 'short', year: 'numeric' });
  const moment = dates({
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const weekday = dates({ weekday: 'long' });
  const list = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' });
  const either = new Intl.ListFormat(LOCALES[language], { type: 'disjunction' });
  const onDay = (format: Intl.DateTimeFormat, text: string): string => {
    const instant = Date.parse(`${text}T00:00:00Z`);
    return Number.isNaN(instant) ? text : format.format(instant);
  };
  const numbers = numberFormat(language);
  return {
    ...numbers,
    language,
    text: (localized) => localized[language],
    counted: (n) => ({ n, text: numbers.count(n) }),
    day: (text) => onDay(day, text),
    fullDay: (text) => onDay(fullDay, text),
    month: (text) => onDay(month, text),
    timestamp: (written) => {
      const [, date, time, offset] = WRITTEN.exec(written) ?? [];
      if (date === undefined || time === undefined) return written;
      return `${onDay(fullDay, date)}, ${time}${offset === undefined ? '' : ` (UTC${offset.replace('-', '−')})`}`;
    },
    moment: (instant) => moment.format(instant),
    weekday: (number) => weekday.format(MONDAY + (number - 1) * DAY),
    hour: (hour) => `${hour}–${hour + 1} h`,
    list: (texts) => list.format(texts),
    either: (texts) => either.format(texts),
  };
}
