import type { Language } from '../../../src/shared/language.ts';
import type { Translate } from '../../../src/renderer/i18n/use-words.ts';
import type { Words } from '../../../src/renderer/i18n/words.ts';

/** A translator over one feature's texts, for code that is handed one. */
export function inWords<Key extends string>({ texts }: Words<Key>, language: Language): Translate<Key> {
  const known: Readonly<Record<string, string>> = texts[language];
  return (key, values = {}) => {
    const text = known[key] ?? known[`${key}_${values['count'] === 1 ? 'one' : 'other'}`];
    if (text === undefined) throw new Error(`no text for ${key}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  };
}
