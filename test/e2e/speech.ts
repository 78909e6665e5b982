import type { AskedKey, Words } from '../../src/renderer/i18n/words.ts';
import { formatOf, type Format } from '../../src/renderer/i18n/use-format.ts';
import type { Language } from '../../src/shared/language.ts';

/** What the window says in a language: its own texts, so that no test repeats one. */
export interface Speech {
  readonly language: Language;
  readonly format: Format;
  /** A text as the window shows it. */
  readonly say: <Key extends string>(
    words: Words<Key>,
    key: AskedKey<Key>,
    values?: Readonly<Record<string, string | number>>,
  ) => string;
  /** Matches a text whatever values it holds, but for those that are given. */
  readonly like: <Key extends string>(
    words: Words<Key>,
    key: AskedKey<Key>,
    values?: Readonly<Record<string, string | number>>,
  ) => RegExp;
}

export function speechOf(language: Language): Speech {
  const textOf = (words: Words<string>, key: string, isOne: boolean): string => {
    const texts: Readonly<Record<string, string>> = words.texts[language];
    const text = texts[key] ?? texts[`${key}_${isOne ? 'one' : 'other'}`];
    if (text === undefined) throw new Error(`${words.namespace} has no text ${key}`);
    return text;
  };
  return {
    language,
    format: formatOf(language),
    say: (words, key, values = {}) =>
      textOf(words, key, values['count'] === 1).replaceAll(PLACE, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`${words.namespace} ${key} needs a value for ${name}`);
        return String(value);
      }),
    like: (words, key, values = {}) => {
      const parts = textOf(words, key, values['count'] === 1).split(PLACE);
      // Every second part is the name of a value.
      return new RegExp(
        parts
          .map((part, index) =>
            index % 2 === 0 ? escaped(part) : part in values ? escaped(String(values[part])) : '.+',
          )
          .join(''),
      );
    },
  };
}

const PLACE = /\{\{(\w+)\}\}/g;

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
