import { countCodes, countPairs, type Stretch } from './count-codes.ts';
import type { Codes } from './coded-column.ts';

/** What is counted of rows: how often each code occurs, in each cell where there are cells. */
export interface Tally {
  /** Names what is counted; tallies of the same name count the same. */
  readonly name: string;
  /** Null: one cell for all rows. */
  readonly cells: Codes | null;
  readonly codes: Codes;
  /** Codes of a cell are below this. */
  readonly width: number;
  /** Cells times codes. */
  readonly size: number;
}

/** Adds `step` for each row to the count of its cell and code. */
export function addToTally(counts: Uint32Array, rows: Stretch, step: number, { cells, codes, width }: Tally): void {
  if (cells === null) countCodes(counts, rows, step, codes);
  else countPairs(counts, rows, step, cells, codes, width);
}
