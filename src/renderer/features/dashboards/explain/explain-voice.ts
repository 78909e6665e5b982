import { useMemo } from 'react';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import { MONTHS } from '../../../../shared/dashboards/calendar-names.ts';
import { WEEKDAYS } from '../../../../shared/dashboards/facet-filter.ts';
import { useFormat, type Format } from '../../../i18n/use-format.ts';
import { useLanguage, useWords, type Translate } from '../../../i18n/use-words.ts';
import type { Language } from '../../../../shared/language.ts';
import { explainWords, type ExplainKey } from './explain-words.ts';

/** How differences are told in this window. */
export interface ExplainVoice {
  readonly language: Language;
  readonly t: Translate<ExplainKey>;
  readonly format: Format;
}

export function useExplainVoice(): ExplainVoice {
  const language = useLanguage();
  const t = useWords(explainWords);
  const format = useFormat();
  return useMemo(() => ({ language, t, format }), [language, t, format]);
}

const DAY = 86_400_000;
const MOST_DIGITS = 4;

/** A number of a column as a sentence has it: about four digits, with its unit; a day where the column is a date. */
export function numberWord(value: number, column: CardColumn, { language, format }: ExplainVoice): string {
  if (column.kind === 'timestamp')
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(Math.floor(value) * DAY);
  // Codes and years are names made of digits.
  if (column.unit === 'code' || column.group === 'date') return String(value);
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const text = format.number(value, Math.max(0, MOST_DIGITS - 2 - Math.max(-2, size)));
  const { unit } = column;
  return unit === null || unit === '0..1' ? text : `${text}\u00A0${unit}`;
}

/** A value of a category as a person says it. `null` and `''`: missing. */
export function categoryWord(value: string | null, column: CardColumn, { language, t }: ExplainVoice): string {
  if (value === null || value === '') return t('missing');
  if (column.kind === 'boolean') return t(value === 'true' ? 'yes' : 'no');
  const instant = namedDay(value, column.name);
  if (instant === null) return value;
  const part = column.name === 'date_month' ? ({ month: 'long' } as const) : ({ weekday: 'long' } as const);
  return new Intl.DateTimeFormat(language, { ...part, timeZone: 'UTC' }).format(instant);
}

/** An instant in the month, or on the weekday, that the log names in English. 2024 began on a Monday. */
function namedDay(value: string, column: string): number | null {
  const names: readonly string[] = column === 'date_month' ? MONTHS : column === 'date_day_off_week' ? WEEKDAYS : [];
  const at = names.indexOf(value);
  if (at < 0) return null;
  return column === 'date_month' ? Date.UTC(2024, at, 1) : Date.UTC(2024, 0, 1 + at);
}

/** Where a value stands on the calendar; null where the column has no such order. */
export function calendarPlace(value: string, column: string): number | null {
  return namedDay(value, column);
}
