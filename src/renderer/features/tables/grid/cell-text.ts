import type { CardColumn, ModelCard } from '../../../../shared/contract/model-card.ts';
import type { Language } from '../../../../shared/language.ts';
import type { BlockCell } from '../../../../shared/row-block-cells.ts';
import type { Format } from '../../../i18n/use-format.ts';
import type { Translate } from '../../../i18n/use-words.ts';
import type { TableKey } from '../table-words.ts';
import { cellMeaning, replacesValue } from './cell-meaning.ts';
import { localClock, utcClock } from './timestamp-text.ts';

export type TableTranslate = Translate<TableKey>;

/** How the cells of a table read in a language. */
export interface CellText {
  /** As the grid shows it. */
  readonly text: (column: CardColumn, value: BlockCell | undefined) => string;
  /** What there is to know beyond the text; null where nothing. */
  readonly note: (column: CardColumn, value: BlockCell | undefined) => string | null;
}

const DIGITS = 6;

export function createCellText({
  t,
  format,
  language,
  responses,
}: {
  readonly t: TableTranslate;
  readonly format: Format;
  readonly language: Language;
  readonly responses: ModelCard['responses'];
}): CellText {
  const messages = new Map(responses.map(({ code, message }) => [code, message[language]]));
  const byDescription = new Map(responses.map(({ description, message }) => [description, message[language]]));

  const plainText = (column: CardColumn, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'string') return column.kind === 'timestamp' ? localClock(value) : value;
    return isLabel(column) ? String(value) : format.number(value, DIGITS);
  };

  const valueNote = (column: CardColumn, value: BlockCell | undefined): string | null => {
    if (column.kind === 'timestamp' && typeof value === 'string') {
      const utc = utcClock(value);
      return utc === null ? t('asStored', { value }) : t('instant', { utc, value });
    }
    if (column.name === 'summary_code' && typeof value === 'number') return messages.get(value) ?? null;
    if (column.name === 'summary_desc' && typeof value === 'string') return byDescription.get(value) ?? null;
    return null;
  };

  return {
    text: (column, value) => {
      if (value === undefined) return '';
      const meaning = cellMeaning(column, value);
      if (meaning.kind === 'missing' || value === null) return '–';
      return replacesValue(meaning) ? t(MEANING_KEYS[meaning.kind]) : plainText(column, value);
    },
    note: (column, value) => {
      if (value === undefined) return null;
      const meaning = cellMeaning(column, value);
      if (meaning.kind === 'value') return valueNote(column, value);
      if (meaning.kind === 'missing') return t('noteMissing');
      return t(NOTE_KEYS[meaning.kind], { value: String(value) });
    },
  };
}

/** A number that names something: it is not counted with, and not grouped. */
export function isLabel({ unit, group }: CardColumn): boolean {
  return unit === 'code' || group === 'date';
}

/** A value as it is copied: exactly as stored, nothing where it is missing. */
export function exactText(value: BlockCell | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

const MEANING_KEYS = {
  value: 'missing',
  'not-executed': 'notExecuted',
  'not-computed': 'notComputed',
  'gave-up': 'gaveUp',
  overlap: 'missing',
  'negative-time': 'missing',
  'beyond-one': 'missing',
} as const satisfies Record<string, TableKey>;

const NOTE_KEYS = {
  'not-executed': 'noteNotExecuted',
  'not-computed': 'noteNotComputed',
  'gave-up': 'noteGaveUp',
  overlap: 'noteOverlap',
  'negative-time': 'noteNegativeTime',
  'beyond-one': 'noteBeyondOne',
} as const satisfies Record<string, TableKey>;
