import { describe, expect, test } from 'vitest';
import type { ColumnFilter } from '../../../src/shared/contract/row-selection.ts';
import { describeModel } from '../../../src/main/services/model/model-card.ts';
import { dateBound } from '../../../src/renderer/components/filter-bar/date-bound.ts';
import { datePresets } from '../../../src/renderer/components/filter-bar/date-presets.ts';
import { filterBarWords } from '../../../src/renderer/components/filter-bar/filter-bar-words.ts';
import { blankFilter, filterFault, filterKinds } from '../../../src/renderer/components/filter-bar/filter-kinds.ts';
import { filterWords } from '../../../src/renderer/components/filter-bar/filter-words.ts';
import { matchColumns } from '../../../src/renderer/components/match-columns.ts';
import { cardTable } from '../../../src/renderer/features/tables/card-table.ts';
import { formatOf } from '../../../src/renderer/i18n/use-format.ts';
import {
  filterOfColumn,
  selectsEvery,
  withFilter,
  withoutFilter,
} from '../../../src/renderer/state/selection-store.ts';
import { inWords } from './in-words.ts';

const table = cardTable(describeModel(), 'transform');

function told(filter: ColumnFilter, language: 'en' | 'es' = 'en'): string {
  const format = formatOf(language);
  return filterWords(filter, table.byName.get(filter.column), inWords(filterBarWords, language), (value) =>
    format.number(value, 6),
  );
}

describe('a filter in words', () => {
  const column = 'total_time_ms';
  test.each<[ColumnFilter, string]>([
    [{ kind: 'range', column, from: 1000, to: 2000 }, 'total_time_ms 1,000 to 2,000 ms'],
    [{ kind: 'range', column, from: 1000, to: null }, 'total_time_ms ≥ 1,000 ms'],
    [{ kind: 'range', column, from: null, to: 0.25 }, 'total_time_ms ≤ 0.25 ms'],
    [{ kind: 'values', column: 'convenio', values: ['a', ''], exclude: false }, 'convenio is a, (missing)'],
    [
      { kind: 'values', column: 'convenio', values: ['a', 'b', 'c', 'd', 'e'], exclude: true },
      'convenio is not a, b, c and 2 more',
    ],
    [{ kind: 'missing', column: 'documento', missing: false }, 'documento has a value'],
    [{ kind: 'text', column: 'documento', match: 'starts', text: 'x' }, 'documento starts with “x”'],
    [{ kind: 'dates', column: 'date', from: '2025-01-08', to: '2025-01-08' }, 'date on 2025-01-08'],
    [{ kind: 'dates', column: 'date', from: '2025-01-08 07:30', to: null }, 'date from 2025-01-08 07:30'],
  ])('%j', (filter, words) => {
    expect(told(filter)).toBe(words);
  });

  test('is told in Spanish with Spanish numbers', () => {
    expect(told({ kind: 'range', column, from: 1000, to: 2000.5 }, 'es')).toBe('total_time_ms de 1.000 a 2.000,5 ms');
  });
});

describe('a filter that cannot be applied', () => {
  test('is one that asks for nothing, or whose beginning is after its end', () => {
    for (const column of table.filterable)
      for (const kind of filterKinds(column))
        expect(filterFault(blankFilter(column.name, kind))).toBe(kind === 'missing' ? null : 'empty');
    expect(filterFault({ kind: 'range', column: 'a', from: 2, to: 1 })).toBe('turned');
    expect(filterFault({ kind: 'range', column: 'a', from: 1, to: 1 })).toBeNull();
    expect(filterFault({ kind: 'dates', column: 'a', from: '2025-01-09', to: '2025-01-08' })).toBe('turned');
  });

  test('is not a day that counts to its end where the beginning is later that day', () => {
    expect(filterFault({ kind: 'dates', column: 'a', from: '2025-01-08 10:00', to: '2025-01-08' })).toBeNull();
  });
});

describe('a selection', () => {
  const one: ColumnFilter = { kind: 'missing', column: 'a', missing: true };
  const other: ColumnFilter = { kind: 'missing', column: 'b', missing: true };

  test('gains, changes and loses filters by their place', () => {
    const both = withFilter(withFilter({ filters: [], search: '' }, one, null), other, null);
    expect(both.filters).toEqual([one, other]);
    expect(withFilter(both, { ...one, missing: false }, 0).filters).toEqual([{ ...one, missing: false }, other]);
    expect(withoutFilter(both, 0).filters).toEqual([other]);
    expect(withoutFilter(both, null)).toBe(both);
    expect(filterOfColumn(both, 'b')).toBe(1);
    expect(filterOfColumn(both, 'c')).toBeNull();
  });

  test('leaves out nothing without filters and search', () => {
    expect(selectsEvery({ filters: [], search: '  ' })).toBe(true);
    expect(selectsEvery({ filters: [], search: 'x' })).toBe(false);
    expect(selectsEvery({ filters: [one], search: '' })).toBe(false);
  });
});

describe('spans relative to the data', () => {
  test('end on its last day and never begin before its first', () => {
    const spans = new Map(datePresets('2025-01-08', '2025-01-31').map(({ key, from, to }) => [key, [from, to]]));
    expect(spans.get('presetFirst')).toEqual(['2025-01-08', '2025-01-08']);
    expect(spans.get('presetLast7')).toEqual(['2025-01-25', '2025-01-31']);
    expect(spans.get('presetLastWeek')).toEqual(['2025-01-27', '2025-01-31']);
    expect(spans.get('presetLastMonth')).toEqual(['2025-01-08', '2025-01-31']);
  });
});

describe('a typed bound of dates', () => {
  test.each([
    ['2025-01-08', '2025-01-08'],
    [' 2025-01-08T07:30 ', '2025-01-08 07:30'],
    ['2025-02-30', null],
    ['2025-01-08 25:00', null],
    ['8/1/2025', null],
    ['', null],
  ])('%j is %j', (text, bound) => {
    expect(dateBound(text)).toBe(bound);
  });
});

describe('columns looked for', () => {
  const found = (search: string, language: 'en' | 'es' = 'en') =>
    matchColumns(table.columns, search, language).map(({ name }) => name);

  test('are found by name, the exact one first, whatever stands between its words', () => {
    expect(found('date')[0]).toBe('date');
    expect(found('PROB clip')).toEqual(['prob_ibeta2_clip_near_img', 'prob_ibeta2_clip_far_img']);
    expect(found('total time ms')[0]).toBe('total_time_ms');
  });

  test('are found by what they mean in the language of the window, with or without accents', () => {
    expect(found('relacion de aspecto', 'es')).toContain('aspect_ratio_near_img');
    expect(found('wall time')).toContain('total_time_ms');
  });

  test('are all where nothing is asked for, none where nothing matches', () => {
    expect(found('  ')).toHaveLength(table.columns.length);
    expect(found('xyzzy')).toEqual([]);
  });
});
