import type { RowBlock } from '../contract/row-block.ts';
import { blockRecords, type BlockCell } from '../row-block-cells.ts';

/** One row of an answer. */
export type AnswerRow = Readonly<Record<string, BlockCell>>;

/** The rows of an answer by column name; none while there is no answer. */
export function answerRows(block: RowBlock | undefined): readonly AnswerRow[] {
  return block === undefined ? [] : blockRecords(block);
}

/** A count of an answer; 0 where it is missing. */
export function countOf(row: AnswerRow | undefined, name: string): number {
  const value = row?.[name];
  return typeof value === 'number' ? value : 0;
}

export function numberOf(row: AnswerRow | undefined, name: string): number | null {
  const value = row?.[name];
  return typeof value === 'number' ? value : null;
}

/** A text of an answer; null where it is missing. */
export function textOf(row: AnswerRow | undefined, name: string): string | null {
  const value = row?.[name];
  return value === null || value === undefined ? null : String(value);
}
