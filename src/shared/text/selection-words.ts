import { assertNever } from '../assert-never.ts';
import type { ColumnFilter, RowSelection } from '../contract/row-selection.ts';
import type { Language } from '../language.ts';

/** Values that a sentence names before it counts the rest. */
const MOST_NAMED = 6;

const MATCHES = {
  en: {
    contains: 'contains',
    'not-contains': 'does not contain',
    equals: 'is',
    starts: 'starts with',
    ends: 'ends with',
  },
  es: { contains: 'contiene', 'not-contains': 'no contiene', equals: 'es', starts: 'empieza por', ends: 'acaba en' },
} as const;

const WORDS = {
  en: {
    missing: 'missing',
    is: 'is',
    isNot: 'is not',
    more: (count: number): string => `${count} more`,
    isPresent: 'is there',
    between: (from: string, to: string): string => `from ${from} to ${to}`,
    atLeast: (from: string): string => `at least ${from}`,
    atMost: (to: string): string => `at most ${to}`,
    since: (from: string): string => `since ${from}`,
    until: (to: string): string => `until ${to}`,
    search: (text: string): string => `some text contains “${text}”`,
  },
  es: {
    missing: 'faltante',
    is: 'es',
    isNot: 'no es',
    more: (count: number): string => `${count} más`,
    isPresent: 'está presente',
    between: (from: string, to: string): string => `de ${from} a ${to}`,
    atLeast: (from: string): string => `al menos ${from}`,
    atMost: (to: string): string => `como mucho ${to}`,
    since: (from: string): string => `desde ${from}`,
    until: (to: string): string => `hasta ${to}`,
    search: (text: string): string => `algún texto contiene «${text}»`,
  },
} as const;

/** What a selection asks for, a phrase for each filter that asks for anything, in the reader's language: `convenio is a or b`. */
export function selectionPhrases({ filters, search }: RowSelection, language: Language): readonly string[] {
  const phrases = filters.flatMap((filter) => phrase(filter, language) ?? []);
  return search.trim() === '' ? phrases : [...phrases, WORDS[language].search(search.trim())];
}

/** Null for a filter that leaves nothing out. */
function phrase(filter: ColumnFilter, language: Language): string | null {
  const words = WORDS[language];
  const name = filter.column;
  switch (filter.kind) {
    case 'values':
      return `${name} ${filter.exclude ? words.isNot : words.is} ${listed(filter.values, language)}`;
    case 'missing':
      return `${name} ${filter.missing ? `${words.is} ${words.missing}` : words.isPresent}`;
    case 'text':
      return filter.text === '' ? null : `${name} ${MATCHES[language][filter.match]} “${filter.text}”`;
    case 'range': {
      const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
      const print = (value: number | null): string | null => (value === null ? null : number.format(value));
      return bounded(name, print(filter.from), print(filter.to), words.between, words.atLeast, words.atMost);
    }
    case 'dates':
      return bounded(name, filter.from, filter.to, words.between, words.since, words.until);
    default:
      return assertNever(filter);
  }
}

function bounded(
  name: string,
  from: string | null,
  to: string | null,
  both: (from: string, to: string) => string,
  lower: (from: string) => string,
  upper: (to: string) => string,
): string | null {
  if (from !== null && to !== null) return `${name} ${both(from, to)}`;
  if (from !== null) return `${name} ${lower(from)}`;
  return to === null ? null : `${name} ${upper(to)}`;
}

function listed(values: readonly string[], language: Language): string {
  const words = WORDS[language];
  const named = values.slice(0, MOST_NAMED).map((value) => (value === '' ? words.missing : value));
  const rest = values.length - named.length;
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(
    rest === 0 ? named : [...named, words.more(rest)],
  );
}
