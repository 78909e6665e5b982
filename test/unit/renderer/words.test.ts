import { describe, expect, test } from 'vitest';
import type { Words } from '../../../src/renderer/i18n/words.ts';

const MODULES = import.meta.glob<Readonly<Record<string, unknown>>>('../../../src/renderer/**/*-words.ts', {
  eager: true,
});
const TABLES = Object.values(MODULES).flatMap((module) => Object.values(module).filter(isWords));

function isWords(value: unknown): value is Words<string> {
  return typeof value === 'object' && value !== null && 'namespace' in value && 'texts' in value;
}

const placeholders = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

describe('the words of the window', () => {
  test('every namespace is declared once', () => {
    const names = TABLES.map(({ namespace }) => namespace);
    expect(names.length).toBeGreaterThan(5);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(TABLES.map((table) => [table.namespace, table] as const))(
    '%s says something in both languages, with the same values',
    (_, { texts: { en, es } }) => {
      const wrong = Object.entries(en).filter(([key, english]) => {
        const spanish = es[key] ?? '';
        const isEmpty = english.trim() === '' || spanish.trim() === '';
        return isEmpty || placeholders(english).join(' ') !== placeholders(spanish).join(' ');
      });
      expect(wrong).toEqual([]);
    },
  );
});
