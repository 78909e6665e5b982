import { findingVoice } from '../../shared/dashboards/finding-voice.ts';
import type { Language } from '../../shared/language.ts';
import { useLanguage } from './use-words.ts';

/** Numbers, times and sizes by the custom of a language. */
export interface Format {
  /** A count or any number, at most `digits` decimals. */
  readonly number: (value: number, digits?: number) => string;
  /** A share 0..1 as a percentage. */
  readonly percent: (share: number, digits?: number) => string;
  /** A share 0..1 as a percentage with exactly so many decimals, one unless told, so that figures stand under each other. */
  readonly share: (share: number, digits?: number) => string;
  /** Bytes in decimal units. */
  readonly bytes: (bytes: number) => string;
  /** Milliseconds in the unit that fits. */
  readonly duration: (milliseconds: number) => string;
  /** An instant, date and time to the minute, on the computer's clock. */
  readonly dateTime: (iso: string) => string;
  /** How long ago an instant was, in words. */
  readonly ago: (iso: string, now?: number) => string;
}

export function useFormat(): Format {
  return sharedFormat(useLanguage());
}

const shared = new Map<Language, Format>();

/** One for the whole window: those of the platform that it stands on are slow to make. */
function sharedFormat(language: Language): Format {
  const format = shared.get(language) ?? formatOf(language);
  shared.set(language, format);
  return format;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en', es: 'es' };
const AGO_STEPS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Formats for a language; numbers are written as in findings. */
export function formatOf(language: Language): Format {
  const locale = LOCALES[language];
  const { number, percent } = findingVoice(language);
  const shares = new Map<number, Intl.NumberFormat>();
  const fixed = (value: number, digits: number): string => {
    const known =
      shares.get(digits) ??
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    shares.set(digits, known);
    return known.format(value);
  };
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    number,
    percent,
    share: (share, digits = 1) => `${fixed(share * 100, digits)}\u00a0%`,
    bytes: (bytes) => {
      const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
      const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
      return `${number(bytes / 1000 ** step, step === 0 ? 0 : 1)} ${units[step] ?? 'B'}`;
    },
    duration: (milliseconds) => {
      if (milliseconds < 1000) return `${number(milliseconds)} ms`;
      if (milliseconds < 60_000) return `${number(milliseconds / 1000, 1)} s`;
      return `${number(Math.floor(milliseconds / 60_000))} min ${number(Math.round((milliseconds % 60_000) / 1000))} s`;
    },
    dateTime: (iso) => dateTime.format(new Date(iso)),
    ago: (iso, now = Date.now()) => {
      const seconds = (new Date(iso).getTime() - now) / 1000;
      const [unit, size] = AGO_STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? (['second', 1] as const);
      return ago.format(Math.round(seconds / size), unit);
    },
  };
}
