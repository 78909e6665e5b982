import { codesFor, type NumberColumn } from './coded-column.ts';

/** Whole numbers below this are looked up in a table; others are hashed. */
const SMALL = 0x1_0000;
const FIRST_CAPACITY = 0x1000;
const NO_CODE = 0xffff_ffff;
const EMPTY = -1;

/** Gives each different number of a column a code while its rows come in, and orders the codes at the end. */
export class NumberCoder {
  readonly #small = new Int32Array(SMALL).fill(EMPTY);
  readonly #bits = new Float64Array(1);
  readonly #words = new Uint32Array(this.#bits.buffer);
  readonly #rows: Uint32Array;
  #values = new Float64Array(FIRST_CAPACITY);
  #count = 0;
  #table = new Int32Array(FIRST_CAPACITY * 2).fill(EMPTY);

  constructor(rows: number) {
    this.#rows = new Uint32Array(rows).fill(NO_CODE);
  }

  /** The number of a row. Rows that are never set are missing, as is not-a-number; zero has no sign. */
  set(row: number, value: number): void {
    if (value >= 0 && value < SMALL && value === Math.trunc(value)) {
      let code = this.#small[value] ?? EMPTY;
      if (code === EMPTY) this.#small[value] = code = this.#added(value);
      this.#rows[row] = code;
    } else if (!Number.isNaN(value)) this.#rows[row] = this.#hashed(value);
  }

  finish(): NumberColumn {
    const found = this.#values.subarray(0, this.#count);
    const values = Float64Array.from(found).sort();
    const rank = this.#ranks(found, values);
    const missing = values.length;
    const codes = codesFor(this.#rows.length, missing + 1);
    for (let row = 0; row < codes.length; row += 1) {
      const code = this.#rows[row] ?? NO_CODE;
      codes[row] = code === NO_CODE ? missing : (rank[code] ?? missing);
    }
    return { kind: 'numbers', codes, values, missing };
  }

  /** The place of each found value among the ordered ones. */
  #ranks(found: Float64Array, values: Float64Array): Uint32Array {
    const rank = new Uint32Array(found.length);
    for (let place = 0; place < values.length; place += 1) {
      const value = values[place] ?? 0;
      const small = value >= 0 && value < SMALL && value === Math.trunc(value);
      const code = small ? (this.#small[value] ?? EMPTY) : this.#hashed(value);
      rank[code] = place;
    }
    return rank;
  }

  #hashed(value: number): number {
    this.#bits[0] = value;
    const mask = this.#table.length - 1;
    let slot = mixed(this.#words[0] ?? 0, this.#words[1] ?? 0) & mask;
    for (;;) {
      const code = this.#table[slot] ?? EMPTY;
      if (code === EMPTY) break;
      if (this.#values[code] === value) return code;
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
    return this.#count - 1;
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 2).fill(EMPTY);
    const mask = table.length - 1;
    for (const code of this.#table) {
      if (code === EMPTY) continue;
      this.#bits[0] = this.#values[code] ?? 0;
      let slot = mixed(this.#words[0] ?? 0, this.#words[1] ?? 0) & mask;
      while (table[slot] !== EMPTY) slot = (slot + 1) & mask;
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
