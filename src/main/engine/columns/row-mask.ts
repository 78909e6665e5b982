import type { Tally } from './tally.ts';

/** Which rows are selected; or which of anything else that is counted from 0. */
export type RowMask = SteadyMask | MovingMask;

interface SelectedRows {
  /** 1 for each row that is, 0 for others. */
  readonly bits: Uint8Array;
  readonly count: number;
  /** The selected rows in ascending order; null where all are. */
  readonly selected: Uint32Array | null;
}

/** A mask that is likely to be asked about again as it is. */
export interface SteadyMask extends SelectedRows {
  readonly isSteady: true;
}

/** One that is being dragged, and keeps what was counted of the one before. */
export interface MovingMask extends SelectedRows {
  readonly isSteady: false;
  /** The counts hold until the mask moves. */
  tally(tally: Tally): Uint32Array;
}

/** Adds the four bytes of a word into its highest one. */
const ADD_BYTES = 0x0101_0101;
const HIGHEST_BYTE = 24;
const WORD = 4;

/** A mask of bits that are 0 or 1; they must not change any more. */
export function rowMask(bits: Uint8Array): SteadyMask {
  let count = 0;
  const words = wordsOf(bits);
  for (let place = 0; place < words.length; place += 1)
    count += Math.imul(words[place] ?? 0, ADD_BYTES) >>> HIGHEST_BYTE;
  for (let row = words.length * WORD; row < bits.length; row += 1) count += bits[row] ?? 0;
  return new Mask(bits, count);
}

class Mask implements SteadyMask {
  readonly isSteady = true;
  readonly bits: Uint8Array;
  readonly count: number;
  #selected: Uint32Array | null = null;

  constructor(bits: Uint8Array, count: number) {
    this.bits = bits;
    this.count = count;
  }

  get selected(): Uint32Array | null {
    if (this.count === this.bits.length) return null;
    this.#selected ??= selectedRows(this.bits, this.count);
    return this.#selected;
  }
}

/** The rows that all of the masks select; of none of them, every row. */
export function intersection(rows: number, masks: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = masks;
  if (first === undefined) return new Uint8Array(rows).fill(1);
  const bits = Uint8Array.from(first);
  const words = wordsOf(bits);
  for (const other of others) {
    const otherWords = wordsOf(other);
    const known = Math.min(words.length, otherWords.length);
    for (let place = 0; place < known; place += 1) words[place] = (words[place] ?? 0) & (otherWords[place] ?? 0);
    for (let row = known * WORD; row < rows; row += 1) bits[row] = (bits[row] ?? 0) & (other[row] ?? 0);
  }
  return bits;
}

/** The rows whose bit is 1, ascending; there are `count`. */
export function selectedRows(bits: Uint8Array, count: number): Uint32Array {
  // One more place: what is written after the last selected row is not kept.
  const rows = new Uint32Array(count + 1);
  let found = 0;
  for (let row = 0; row < bits.length; row += 1) {
    rows[found] = row;
    found += bits[row] ?? 0;
  }
  return rows.subarray(0, count);
}

const UNSELECTED = new WeakMap<RowMask, Uint32Array>();

/** The rows that are not selected, in ascending order. */
export function unselectedRows(mask: RowMask): Uint32Array {
  const known = UNSELECTED.get(mask);
  if (known !== undefined) return known;
  const { bits, count } = mask;
  const rows = new Uint32Array(bits.length - count + 1);
  let found = 0;
  for (let row = 0; row < bits.length; row += 1) {
    rows[found] = row;
    found += 1 - (bits[row] ?? 0);
  }
  const unselected = rows.subarray(0, found);
  UNSELECTED.set(mask, unselected);
  return unselected;
}

/** The bytes as whole words, as far as there are; none where they do not begin at one. */
function wordsOf(bits: Uint8Array): Uint32Array {
  return bits.byteOffset % WORD === 0
    ? new Uint32Array(bits.buffer, bits.byteOffset, Math.floor(bits.length / WORD))
    : new Uint32Array(0);
}
