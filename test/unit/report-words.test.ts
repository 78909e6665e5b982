import { describe, expect, it } from 'vitest';
import { CHART_WORDS } from '../../src/main/services/report/words/chart-words.ts';
import { PAGE_WORDS } from '../../src/main/services/report/words/page-words.ts';
import { PROFILE_WORDS } from '../../src/main/services/report/words/profile-words.ts';
import { SOURCE_WORDS } from '../../src/main/services/report/words/source-words.ts';

/** Every text by its path; a text with gaps is filled with marks. */
function texts(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): readonly (readonly [string, string])[] => {
    if (typeof value === 'string') return [[path + key, value]];
    if (typeof value === 'function') {
      const marks = Array.from({ length: value.length }, (_, index) => ({
        n: 2,
        text: `<${index}>`,
        toString: () => `<${index}>`,
      }));
      return [[path + key, String(Reflect.apply(value as (...gaps: unknown[]) => string, undefined, marks))]];
    }
    return typeof value === 'object' && value !== null ? texts(value, `${path}${key}.`) : [];
  });
}

/** Texts that are the same in both languages. */
const ALIKE: readonly string[] = ['tablesText', 'totalTime'];

const gaps = (text: string): readonly string[] => [...new Set(text.match(/<\d>/g))].toSorted();

describe.each([
  ['page', PAGE_WORDS],
  ['source', SOURCE_WORDS],
  ['charts', CHART_WORDS],
  ['profile', PROFILE_WORDS],
] as const)('the %s words', (_, words) => {
  const [en, es] = [texts(words.en), new Map(texts(words.es))];

  it('exist in both languages, with the same gaps', () => {
    expect([...es.keys()].toSorted()).toEqual(en.map(([path]) => path).toSorted());
    expect(en.filter(([, text]) => text.trim() === '')).toEqual([]);
    for (const [path, text] of en) {
      expect([path, gaps(es.get(path) ?? '')]).toEqual([path, gaps(text)]);
    }
  });

  it('are translated', () => {
    const isSame = ([path, text]: readonly [string, string]): boolean =>
      text === es.get(path) && text.replaceAll(/<\d>|\W|\d/g, '').length > 3;
    const same = en.filter(isSame).map(([path]) => path);
    expect(same.filter((path) => !ALIKE.includes(path))).toEqual([]);
  });
});
