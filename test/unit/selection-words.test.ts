import { expect, test } from 'vitest';
import type { ColumnFilter } from '../../src/shared/contract/row-selection.ts';
import { selectionPhrases } from '../../src/shared/text/selection-words.ts';

const phrases = (language: 'en' | 'es', ...filters: readonly ColumnFilter[]): readonly string[] =>
  selectionPhrases({ filters: [...filters], search: '' }, language);

test('every kind of filter is told in a phrase of the language', () => {
  const filters: readonly ColumnFilter[] = [
    { kind: 'values', column: 'convenio', values: ['a', 'b', ''], exclude: false },
    { kind: 'values', column: 'convenio', values: ['a'], exclude: true },
    { kind: 'range', column: 'total_time_ms', from: 1000, to: null },
    { kind: 'range', column: 'total_time_ms', from: 0.5, to: 2 },
    { kind: 'dates', column: 'date', from: null, to: '2025-01-31' },
    { kind: 'text', column: 'service', match: 'starts', text: 'v1' },
    { kind: 'missing', column: 'http_code', missing: true },
  ];
  expect(phrases('en', ...filters)).toEqual([
    'convenio is a, b, or missing',
    'convenio is not a',
    'total_time_ms at least 1,000',
    'total_time_ms from 0.5 to 2',
    'date until 2025-01-31',
    'service starts with “v1”',
    'http_code is missing',
  ]);
  expect(phrases('es', ...filters)[0]).toBe('convenio es a, b o faltante');
  expect(phrases('es', ...filters).at(-1)).toBe('http_code es faltante');
});

test('of a long list the first values are named and the others counted', () => {
  const values = Array.from({ length: 20 }, (_, index) => `c${index}`);
  expect(phrases('en', { kind: 'values', column: 'convenio', values, exclude: false })).toEqual([
    'convenio is c0, c1, c2, c3, c4, c5, or 14 more',
  ]);
});

test('a filter that leaves nothing out is not told', () => {
  expect(
    phrases(
      'en',
      { kind: 'range', column: 'total_time_ms', from: null, to: null },
      { kind: 'text', column: 'service', match: 'contains', text: '' },
    ),
  ).toEqual([]);
  expect(selectionPhrases({ filters: [], search: '  ' }, 'en')).toEqual([]);
  expect(selectionPhrases({ filters: [], search: ' v2 ' }, 'en')).toEqual(['some text contains “v2”']);
});
