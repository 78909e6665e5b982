import { narrowed, type NumberColumn } from './coded-column.ts';
import { orderedCodes } from './ordered-codes.ts';

/** Whole numbers below this are looked up in a table; others are hashed. */
const SMALL = 0x1_0000;
const FIRST_CAPACITY = 0x1000;
/** With more different numbers than this they are kept as they are, and ordered at the end. */
const MOST_HASHED = 0x1_0000;
const BITS = 5;
const LAST_BITS = 31;

/** Which slots of some numbers hold one: a bit each from `offset` on; null: all. */
export interface Validity {
  readonly words: Uint32Array | null;
  readonly offset: number;
}

/** Gives each different number of a column a code while its rows come in, and orders the codes at the end. */
export class NumberCoder {
  // Tables of codes hold one more than the code, so that 0 is none.
  readonly #small = new Uint32Array(SMALL);
  readonly #bits = new Float64Array(1);
  readonly #words = new Uint32Array(this.#bits.buffer);
  readonly #length: number;
  #rows: Uint32Array;
  #values = new Float64Array(FIRST_CAPACITY);
  #count = 0;
  #table = new Uint32Array(FIRST_CAPACITY * 2);
  /** The number of each row, where there are too many different ones. */
  #plain: Float64Array | null = null;

  constructor(rows: number) {
    this.#length = rows;
    this.#rows = new Uint32Array(rows);
  }

  /** The number of a row. Rows that are never set are missing, as is not-a-number; zero has no sign. */
  set(row: number, value: number): void {
    if (this.#plain !== null) this.#plain[row] = value + 0;
    else if (value >= 0 && value < SMALL && value === Math.trunc(value)) {
      let code = this.#small[value] ?? 0;
      if (code === 0) this.#small[value] = code = this.#added(value);
      this.#rows[row] = code;
    } else if (!Number.isNaN(value)) {
      this.#rows[row] = this.#hashed(value);
      if (this.#count > MOST_HASHED) this.#keepPlain();
    }
  }

  /** The numbers of several rows: of those from `from` on, or where they are given, of `rows`. */
  take(numbers: Float64Array, { words, offset }: Validity, from: number, rows: Uint32Array | null): void {
    for (let at = 0; at < numbers.length; at += 1) {
      const bit = offset + at;
      if (words !== null && (((words[bit >>> BITS] ?? 0) >>> (bit & LAST_BITS)) & 1) === 0) continue;
      this.set(rows === null ? from + at : (rows[at] ?? 0), numbers[at] ?? Number.NaN);
    }
  }

  finish(): NumberColumn {
    const { values, places } = this.#plain === null ? this.#ranked() : orderedCodes(this.#plain);
    const missing = values.length;
    for (let row = 0; row < places.length; row += 1) {
      const place = places[row] ?? 0;
      places[row] = place === 0 ? missing : place - 1;
    }
    return { kind: 'numbers', codes: narrowed(places, missing + 1), values, missing };
  }

  /** The rows by the place of their value among the ordered ones. */
  #ranked(): ReturnType<typeof orderedCodes> {
    const found = this.#values.subarray(0, this.#count);
    const values = Float64Array.from(found).sort();
    const rank = new Uint32Array(found.length + 1);
    for (let place = 0; place < values.length; place += 1) {
      const value = values[place] ?? 0;
      const isSmall = value >= 0 && value < SMALL && value === Math.trunc(value);
      rank[isSmall ? (this.#small[value] ?? 0) : this.#hashed(value)] = place + 1;
    }
    const places = this.#rows;
    for (let row = 0; row < places.length; row += 1) places[row] = rank[places[row] ?? 0] ?? 0;
    return { values, places };
  }

  #keepPlain(): void {
    const [rows, values] = [this.#rows, this.#values];
    const plain = new Float64Array(this.#length);
    for (let row = 0; row < plain.length; row += 1) {
      const code = rows[row] ?? 0;
      plain[row] = code === 0 ? Number.NaN : (values[code - 1] ?? 0);
    }
    this.#plain = plain;
    this.#rows = new Uint32Array(0);
  }

  #hashed(value: number): number {
    this.#bits[0] = value;
    const mask = this.#table.length - 1;
    let slot = mixed(this.#words[0] ?? 0, this.#words[1] ?? 0) & mask;
    for (;;) {
      const code = this.#table[slot] ?? 0;
      if (code === 0) break;
      if (this.#values[code - 1] === value) return code;
      slot = (slot + 1) & mask;
    }
    if (this.#count * 2 >= this.#table.length) {
      this.#grow();
      return this.#hashed(value);
    }
    const code = this.#added(value);
    this.#table[slot] = code;
    return code;
  }

  #added(value: number): number {
    if (this.#count === this.#values.length) {
      const values = new Float64Array(this.#count * 2);
      values.set(this.#values);
      this.#values = values;
    }
    this.#values[this.#count] = value + 0;
    this.#count += 1;
    return this.#count;
  }

  #grow(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (const code of this.#table) {
      if (code === 0) continue;
      this.#bits[0] = this.#values[code - 1] ?? 0;
      let slot = mixed(this.#words[0] ?? 0, this.#words[1] ?? 0) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = code;
    }
    this.#table = table;
  }
}

/** Spreads the two halves of a number over all bits: decimals differ in few of them. */
function mixed(low: number, high: number): number {
  let hash = Math.imul(low ^ (high >>> 15) ^ high, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ Math.imul(high, 0x9e37_79b1), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
