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
