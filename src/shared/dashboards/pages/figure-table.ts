import type { Proportion } from '../../contract/figures.ts';
import { COLUMN_WORDS, type ColumnWord } from './column-words.ts';
import type { FindingVoice } from '../finding-voice.ts';

/** What the values of a column are: `share` is 0..1, `ms` and `s` are times, `score` a number of some scale of its own. */
export const FIGURE_UNITS = ['name', 'count', 'share', 'ms', 's', 'score', 'number'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

export type FigureCell = string | number | boolean | null;

export interface FigureColumn {
  readonly name: string;
  /** Heading in the reader's language, without the unit. */
  readonly label: string;
  readonly unit: FigureUnit;
}

/** The numbers of one chart of a page, in rows. */
export interface FigureTable {
  readonly name: string;
  /** What it tells, in the reader's language. */
  readonly title: string;
  /** Of what the numbers are; null where the headings say it. */
  readonly note: string | null;
  /** The declared questions of the page that it answers. */
  readonly questions: readonly string[];
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly FigureCell[])[];
}

/** Headings in the language of a voice. */
export interface Headings {
  readonly name: (word: ColumnWord) => FigureColumn;
  readonly count: (word: ColumnWord) => FigureColumn;
  readonly share: (word: ColumnWord) => FigureColumn;
  readonly ms: (word: ColumnWord) => FigureColumn;
  readonly of: (word: ColumnWord, unit: FigureUnit) => FigureColumn;
  /** A heading that is a name out of the data or of a microservice. */
  readonly own: (name: string, unit: FigureUnit) => FigureColumn;
  /** The rate with both ends of its interval, after {@link rateCells}. */
  readonly rate: (word: ColumnWord) => readonly FigureColumn[];
}

export function headingsIn({ language }: Pick<FindingVoice, 'language'>): Headings {
  const of = (word: ColumnWord, unit: FigureUnit): FigureColumn => ({
    name: word,
    label: COLUMN_WORDS[word][language],
    unit,
  });
  return {
    of,
    name: (word) => of(word, 'name'),
    count: (word) => of(word, 'count'),
    share: (word) => of(word, 'share'),
    ms: (word) => of(word, 'ms'),
    own: (name, unit) => ({ name, label: name, unit }),
    rate: (word) => [
      of(word, 'share'),
      { ...of('low', 'share'), name: `${word}_low` },
      { ...of('high', 'share'), name: `${word}_high` },
    ],
  };
}

/** The cells under {@link Headings.rate}. */
export function rateCells({ rate, low, high }: Proportion): readonly FigureCell[] {
  return [rate, low, high];
}
