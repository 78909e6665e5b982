import type { Language } from '../../shared/language.ts';

/**
 * Texts of one feature by key, the same keys in every language. `{{name}}` stands for a value; where a text counts, it
 * comes twice, under `key_one` and `key_other`, and is asked for by `key` with `count`.
 */
export interface Words<Key extends string> {
  readonly namespace: string;
  readonly texts: Readonly<Record<Language, Readonly<Record<Key, string>>>>;
}

/** What a text is asked for by: plural forms share one key. */
export type AskedKey<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

/** Declares a feature's texts; a key that one language lacks does not compile. */
export function words<const Key extends string>(
  namespace: string,
  en: Readonly<Record<Key, string>>,
  es: Readonly<Record<NoInfer<Key>, string>>,
): Words<Key> {
  return { namespace, texts: { en, es } };
}
