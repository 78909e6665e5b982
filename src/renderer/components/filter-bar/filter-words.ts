import { assertNever } from '../../../shared/assert-never.ts';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { ColumnFilter } from '../../../shared/contract/row-selection.ts';
import type { Translate } from '../../i18n/use-words.ts';
import type { FilterBarKey } from './filter-bar-words.ts';

export type FilterTranslate = Translate<FilterBarKey>;

/** Values that a list in words names before it counts the rest. */
const NAMED = 3;

/** A filter in words, short enough for a chip. `number` prints a bound. */
export function filterWords(
  filter: ColumnFilter,
  column: Pick<CardColumn, 'kind' | 'unit'> | undefined,
  t: FilterTranslate,
  number: (value: number) => string,
): string {
  const name = filter.column;
  switch (filter.kind) {
    case 'values':
      return t(filter.exclude ? 'isNot' : 'is', { column: name, values: listed(filter.values, t) });
    case 'missing':
      return t(filter.missing ? 'isMissing' : 'isPresent', { column: name });
    case 'text':
      return t('textIs', { column: name, match: t(MATCH_KEYS[filter.match]), text: filter.text });
    case 'range': {
      const bound = (value: number): string => withUnit(number(value), column?.unit ?? null);
      if (filter.from !== null && filter.to !== null)
        return t('between', { column: name, from: number(filter.from), to: bound(filter.to) });
      if (filter.from !== null) return t('atLeast', { column: name, from: bound(filter.from) });
      if (filter.to !== null) return t('atMost', { column: name, to: bound(filter.to) });
      return t('anything', { column: name });
    }
    case 'dates': {
      const { from, to } = filter;
      if (from !== null && from === to) return t('onDay', { column: name, from });
      if (from !== null && to !== null) return t('between', { column: name, from, to });
      if (from !== null) return t('since', { column: name, from });
      if (to !== null) return t('until', { column: name, to });
      return t('anything', { column: name });
    }
    default:
      return assertNever(filter);
  }
}

export const MATCH_KEYS = {
  contains: 'matchContains',
  'not-contains': 'matchNotContains',
  equals: 'matchEquals',
  starts: 'matchStarts',
  ends: 'matchEnds',
} as const satisfies Record<(ColumnFilter & { kind: 'text' })['match'], FilterBarKey>;

/** A value as a list shows it: words for "missing" and for truth. */
export function valueWord(value: string, kind: CardColumn['kind'] | undefined, t: FilterTranslate): string {
  if (value === '') return t('missingValue');
  if (kind !== 'boolean') return value;
  return t(value.toLowerCase() === 'true' || value === '1' ? 'yes' : 'no');
}

function listed(values: readonly string[], t: FilterTranslate): string {
  const named = values.slice(0, NAMED).map((value) => (value === '' ? t('missingValue') : value));
  const rest = values.length - named.length;
  return rest === 0 ? named.join(', ') : t('andMore', { values: named.join(', '), count: rest });
}

function withUnit(text: string, unit: string | null): string {
  return unit === null || unit === 'code' || unit === '0..1' ? text : `${text} ${unit}`;
}
