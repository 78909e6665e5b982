import { describe, expect, test } from 'vitest';
import { matchEntries, matchScore, type PaletteEntry } from '../../../src/renderer/features/palette/palette-match.ts';

const entry = (label: string, patch: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: label,
  label,
  detail: null,
  section: 'Window',
  shortcut: null,
  keywords: '',
  run: () => undefined,
  ...patch,
});
const found = (query: string, entries: readonly PaletteEntry[], most = 10): readonly string[] =>
  matchEntries(query, entries, most).flatMap((group) => group.entries.map(({ label }) => label));

describe('matchEntries', () => {
  test('without a query keeps the order of the entries', () => {
    expect(found('', [entry('b'), entry('a')])).toEqual(['b', 'a']);
  });

  test('puts a whole name before its beginning, and that before a part of it', () => {
    const entries = [entry('the score of'), entry('score_near'), entry('score'), entry('underscored')];
    expect(found('score', entries)).toEqual(['score', 'score_near', 'the score of', 'underscored']);
  });

  test('finds words in any order, without accents and capitals', () => {
    expect(found('linea última', [entry('Última LÍNEA'), entry('Línea')])).toEqual(['Última LÍNEA']);
  });

  test('finds by the first letters of words', () => {
    expect(found('ttmsa', [entry('total_time_ms_all'), entry('total_time_ms')])).toEqual(['total_time_ms_all']);
  });

  test('finds by keywords, after names', () => {
    const entries = [entry('Sample data', { keywords: 'demo' }), entry('demo.veriscope')];
    expect(found('demo', entries)).toEqual(['demo.veriscope', 'Sample data']);
  });

  test('finds nothing where one word is missing', () => {
    expect(matchScore('dark moon', entry('Theme: dark'))).toBe(0);
  });

  test('keeps what belongs under one heading together, the heading of the best first', () => {
    const entries = [
      entry('Go home', { section: 'Go to' }),
      entry('home'),
      entry('Home of views', { section: 'Go to' }),
    ];
    expect(matchEntries('home', entries, 10).map(({ section, entries: of }) => [section, of.length])).toEqual([
      ['Window', 1],
      ['Go to', 2],
    ]);
  });

  test('shows no more than asked', () => {
    expect(found('a', [entry('a1'), entry('a2'), entry('a3')], 2)).toHaveLength(2);
  });
});
