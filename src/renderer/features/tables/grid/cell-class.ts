import type { CardColumn, ModelCard } from '../../../../shared/contract/model-card.ts';
import { statusColour } from '../../../../shared/design-tokens/stable-colours.ts';
import type { BlockCell } from '../../../../shared/row-block-cells.ts';
import { cellMeaning, looksWrong, replacesValue } from './cell-meaning.ts';
import styles from './grid.module.css';

const NUMBERS = new Set<CardColumn['kind']>(['integer', 'score', 'probability', 'duration']);

export type CellClass = (column: CardColumn, value: BlockCell | undefined) => string[];

/** The look of a cell by its column and what its value means. Colour never stands alone: the text says the same. */
export function cellClasses(responses: ModelCard['responses']): CellClass {
  const outcomes = new Map(responses.map(({ description, outcome }) => [description, outcome]));
  const pick = (name: string): string => styles[name] ?? '';
  return (column, value) => {
    const classes: string[] = [];
    if (NUMBERS.has(column.kind)) classes.push(pick('number'));
    if (column.kind === 'timestamp' || column.identifying || column.name === 'file_token') classes.push(pick('mono'));
    if (value === undefined) return [...classes, pick('waiting')];
    const meaning = cellMeaning(column, value);
    if (replacesValue(meaning)) return [...classes, pick('absent')];
    if (looksWrong(meaning)) classes.push(pick('odd'));
    if (column.name === 'summary_status') classes.push(pick('status'), pick(statusColour(String(value))));
    if (column.name === 'summary_desc') {
      const outcome = outcomes.get(String(value));
      if (outcome !== undefined) classes.push(pick('status'), pick(outcome));
    }
    return classes;
  };
}
