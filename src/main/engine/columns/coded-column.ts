/** Codes of the rows of a column, as narrow as they fit. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

interface Coded {
  /** Of each row, in order of id: the place of its value among `values`, or `missing`. */
  readonly codes: Codes;
  /** The code of "no value": one more than the last value's. */
  readonly missing: number;
}

export interface NumberColumn extends Coded {
  readonly kind: 'numbers';
  /** Different values, ascending. Whole numbers and truths (0, 1) too. */
  readonly values: Float64Array;
}

export interface TextColumn extends Coded {
  readonly kind: 'texts';
  /** Different values, ascending by their bytes. */
  readonly values: readonly string[];
}

/** A column of the lens in memory: each value once, and for each row which one it is. */
export type CodedColumn = NumberColumn | TextColumn;

const MOST_IN_BYTE = 0x100;
const MOST_IN_SHORT = 0x1_0000;

/** An array for so many rows of codes below `codes`. */
export function codesFor(rows: number, codes: number): Codes {
  if (codes <= MOST_IN_BYTE) return new Uint8Array(rows);
  return codes <= MOST_IN_SHORT ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** The same codes in arrays of one kind, for loops that run once over all rows. */
export function widened(codes: Codes): Uint32Array {
  return codes instanceof Uint32Array ? codes : new Uint32Array(codes);
}

/** The same codes as narrow as they fit; all are below `size`. */
export function narrowed(codes: Uint32Array, size: number): Codes {
  const narrow = codesFor(0, size);
  if (narrow instanceof Uint32Array) return codes;
  return narrow instanceof Uint8Array ? new Uint8Array(codes) : new Uint16Array(codes);
}

const BYTES_OF_TEXT = 24;

/** Bytes that a column takes in memory, about. */
export function bytesOf({ codes, values }: CodedColumn): number {
  const ofValues =
    values instanceof Float64Array
      ? values.byteLength
      : values.reduce((sum, value) => sum + BYTES_OF_TEXT + value.length, 0);
  return codes.byteLength + ofValues;
}
