import type { CodedColumn, Codes } from '../../../engine/columns/coded-column.ts';
import type { RowMask } from '../../../engine/columns/row-mask.ts';

/** Rows of the part and of the rest, each in ascending order. */
export interface ComparedRows {
  readonly part: Uint32Array;
  readonly rest: Uint32Array;
  /** Together they are all rows that there are. */
  readonly isEvery: boolean;
}

/** Splits the rows of a selection into those that `part` selects too and the others. */
export function comparedRows(selection: RowMask, part: RowMask): ComparedRows {
  const rows = selection.bits.length;
  const inPart = new Uint32Array(Math.min(part.count, selection.count));
  const inRest = new Uint32Array(selection.count);
  let parts = 0;
  let rests = 0;
  for (let row = 0; row < rows; row += 1) {
    if (selection.bits[row] !== 1) continue;
    if (part.bits[row] === 1) {
      inPart[parts] = row;
      parts += 1;
    } else {
      inRest[rests] = row;
      rests += 1;
    }
  }
  return { part: inPart.subarray(0, parts), rest: inRest.subarray(0, rests), isEvery: selection.count === rows };
}

/** How often each value of a column occurs, in the order of the values, and how many rows have none. */
export interface ValueCounts {
  readonly part: Uint32Array;
  readonly rest: Uint32Array;
  readonly missingPart: number;
  readonly missingRest: number;
}

/**
 * Counts the values of a column. `totals`, how often each code occurs in all rows, spares the look at the larger side where the
 * rows are all there are.
 */
export function countValues(
  { codes, missing }: CodedColumn,
  rows: ComparedRows,
  totals: Uint32Array | null,
): ValueCounts {
  const size = missing + 1;
  const [smaller, larger] = rows.part.length <= rows.rest.length ? [rows.part, rows.rest] : [rows.rest, rows.part];
  const few = countCodes(codes, smaller, size);
  const many = totals === null ? countCodes(codes, larger, size) : lessThan(totals, few);
  const [part, rest] = smaller === rows.part ? [few, many] : [many, few];
  return {
    part: part.subarray(0, missing),
    rest: rest.subarray(0, missing),
    missingPart: part[missing] ?? 0,
    missingRest: rest[missing] ?? 0,
  };
}

function countCodes(codes: Codes, rows: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let at = 0; at < rows.length; at += 1) {
    const code = codes[rows[at] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function lessThan(totals: Uint32Array, taken: Uint32Array): Uint32Array {
  const left = new Uint32Array(totals.length);
  for (let code = 0; code < left.length; code += 1) left[code] = (totals[code] ?? 0) - (taken[code] ?? 0);
  return left;
}

/** How often each code of a column occurs in all rows. */
export function countAll({ codes, missing }: CodedColumn): Uint32Array {
  const counts = new Uint32Array(missing + 1);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
