import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../shared/language.ts';
import { translator } from './i18n.ts';
import type { AskedKey, Words } from './words.ts';

export type Translate<Key extends string> = (key: AskedKey<Key>, values?: Readonly<Record<string, unknown>>) => string;

/** Texts of a feature in the window's language; what uses it is drawn anew when the language changes. */
export function useWords<Key extends string>(words: Words<Key>): Translate<Key> {
  register(words);
  const { t } = useTranslation(words.namespace);
  // The library types keys by a global table; ours are checked against the feature's own.
  const translate = t as unknown as (key: string, values?: Readonly<Record<string, unknown>>) => string;
  return useCallback((key, values) => translate(key, values), [translate]);
}

/** The language of the window. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return LANGUAGES.find((language) => language === i18n.language) ?? 'en';
}

const registered = new Set<string>();

/** Makes a feature's texts known to the translator. */
export function register({ namespace, texts }: Words<string>): void {
  if (registered.has(namespace)) return;
  registered.add(namespace);
  for (const language of LANGUAGES) translator.addResourceBundle(language, namespace, texts[language]);
}
