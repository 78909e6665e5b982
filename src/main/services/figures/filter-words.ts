import { EVERY_ROW, type RowSelection } from '../../../shared/contract/row-selection.ts';
import type { Language, LocalizedText } from '../../../shared/language.ts';
import { selectionPhrases } from '../../../shared/text/selection-words.ts';

const WORDS = {
  en: { all: 'all rows', is: 'is', missing: 'missing', first: 'first attempts only' },
  es: { all: 'todas las filas', is: 'es', missing: 'faltante', first: 'solo primeros intentos' },
} as const satisfies Record<Language, object>;

/** What of a request the words tell. */
interface Narrowing {
  /** Values by column. */
  readonly filters: ReadonlyMap<string, readonly string[]>;
  readonly selection?: RowSelection | undefined;
  readonly firstAttempts?: boolean | undefined;
}

function words({ filters, selection = EVERY_ROW, firstAttempts = false }: Narrowing, language: Language): string {
  const { all, is, missing, first } = WORDS[language];
  const either = new Intl.ListFormat(language, { type: 'disjunction' });
  const both = new Intl.ListFormat(language, { type: 'conjunction' });
  const named = (value: string): string => (value === '' ? missing : value);
  const phrases = [
    ...(firstAttempts ? [first] : []),
    ...[...filters].map(([column, values]) => `${column} ${is} ${either.format(values.map(named))}`),
    ...selectionPhrases(selection, language),
  ];
  return phrases.length === 0 ? all : both.format(phrases);
}

/** The filters as a sentence: `convenio is convenio_1 or convenio_2 and http_code is missing`. */
export function filterWords(narrowing: Narrowing): LocalizedText {
  return { en: words(narrowing, 'en'), es: words(narrowing, 'es') };
}
