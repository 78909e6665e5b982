import type { Language, LocalizedText } from '../../../shared/language.ts';

const WORDS = {
  en: { all: 'all rows', is: 'is', missing: 'missing' },
  es: { all: 'todas las filas', is: 'es', missing: 'faltante' },
} as const satisfies Record<Language, object>;

function words(filters: ReadonlyMap<string, readonly string[]>, language: Language): string {
  const { all, is, missing } = WORDS[language];
  if (filters.size === 0) return all;
  const either = new Intl.ListFormat(language, { type: 'disjunction' });
  const both = new Intl.ListFormat(language, { type: 'conjunction' });
  const named = (value: string): string => (value === '' ? missing : value);
  return both.format([...filters].map(([column, values]) => `${column} ${is} ${either.format(values.map(named))}`));
}

/** The filters as a sentence: `convenio is convenio_1 or convenio_2 and http_code is missing`. */
export function filterWords(filters: ReadonlyMap<string, readonly string[]>): LocalizedText {
  return { en: words(filters, 'en'), es: words(filters, 'es') };
}
