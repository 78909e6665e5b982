import type { Figures } from '../contract/figures.ts';
import type { Language } from '../language.ts';
import { FIGURES_WORDS, type FiguresWords } from './figures-words.ts';
import { numberText, type NumberText } from './number-text.ts';
import { printable } from './text-table.ts';

/** What every part of the text needs. */
export interface TextContext {
  readonly figures: Figures;
  readonly language: Language;
  readonly words: FiguresWords;
  readonly numbers: NumberText;
  /** A name out of the data, or the word for a missing one. */
  readonly name: (value: string | null) => string;
}

export function textContext(figures: Figures, language: Language): TextContext {
  const words = FIGURES_WORDS[language];
  return {
    figures,
    language,
    words,
    numbers: numberText(language),
    name: (value) => (value === null ? words.none : printable(value)),
  };
}
