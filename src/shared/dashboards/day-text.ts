import type { Language } from '../language.ts';

const FORMATS: Readonly<Record<Language, Readonly<Record<'long' | 'short', Intl.DateTimeFormat>>>> = {
  en: formats('en-GB'),
  es: formats('es'),
};

/** A day `YYYY-MM-DD` as people say it: `25 January 2025`, or short `25 Jan`. */
export function dayText(day: string, language: Language, length: 'long' | 'short' = 'long'): string {
  const instant = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) ? day : FORMATS[language][length].format(instant);
}

function formats(locale: string): Readonly<Record<'long' | 'short', Intl.DateTimeFormat>> {
  return {
    long: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    short: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  };
}
