import type { Language } from '../language.ts';

/** The language of a finding, and how it writes numbers. */
export interface FindingVoice {
  readonly language: Language;
  /** A count or any number, at most `digits` decimals. */
  readonly number: (value: number, digits?: number) => string;
  /** A share 0..1 as a percentage. */
  readonly percent: (share: number, digits?: number) => string;
}

/** The sentence in the voice's language. */
export function said({ language }: FindingVoice, en: string, es: string): string {
  return language === 'es' ? es : en;
}

/** How findings are told in a language. Spanish groups digits from four on, as English does. */
export function findingVoice(language: Language): FindingVoice {
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, digits = 0): string => {
    const known =
      numbers.get(digits) ?? new Intl.NumberFormat(language, { maximumFractionDigits: digits, useGrouping: 'always' });
    numbers.set(digits, known);
    return known.format(value);
  };
  return { language, number, percent: (share, digits = 1) => `${number(share * 100, digits)} %` };
}

/** A time in milliseconds, with a decimal under ten. */
export function millisecondsText(voice: FindingVoice, time: number): string {
  return `${voice.number(time, Math.abs(time) < 10 ? 1 : 0)} ms`;
}
