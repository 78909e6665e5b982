import type { RowBlock } from '../contract/row-block.ts';
import { blockRecords, type BlockCell } from '../row-block-cells.ts';

export type BlockRecord = Readonly<Record<string, BlockCell>>;

/** The only row of an answer without groups; empty until there is an answer. */
export function onlyRow(block: RowBlock | undefined): BlockRecord {
  return (block === undefined ? undefined : blockRecords(block)[0]) ?? {};
}

/** The rows of an answer; none until there is one. */
export function rowsOf(block: RowBlock | undefined): readonly BlockRecord[] {
  return block === undefined ? [] : blockRecords(block);
}

/** A number of a row; null where it is missing. */
export function numberIn(row: BlockRecord, name: string): number | null {
  const value = row[name];
  return typeof value === 'number' ? value : null;
}

/** A count of a row; 0 where it is missing. */
export function countIn(row: BlockRecord, name: string): number {
  return numberIn(row, name) ?? 0;
}

/** A text of a row; null where it is missing. */
export function textIn(row: BlockRecord, name: string): string | null {
  const value = row[name];
  return value === undefined || value === null ? null : String(value);
}
