import type { CodedColumn } from './coded-column.ts';
import { rowMask, type MovingMask, type RowMask } from './row-mask.ts';
import { addToTally, type Tally } from './tally.ts';

interface Counted {
  from: number;
  to: number;
  readonly counts: Uint32Array;
}

/** Counters beyond this are counted anew at each move. */
const MOST_KEPT = 1 << 22;

/**
 * Rows in the order of a column whose filter is being dragged: each range of its values is a stretch of them. What was counted for the range
 * before is kept, and a move counts only the rows that come in and go out.
 */
export class Brush {
  readonly #rows: number;
  readonly #order: Uint32Array;
  /** Where the rows of each code begin in the order, and at last its length. */
  readonly #starts: Uint32Array;
  readonly #counted = new Map<string, Counted>();

  /** `base`: the rows that all other filters leave. */
  constructor({ codes, missing }: CodedColumn, base: RowMask) {
    const { selected, count } = base;
    this.#rows = codes.length;
    const rowAt = (place: number): number => (selected === null ? place : (selected[place] ?? 0));
    const starts = new Uint32Array(missing + 1);
    for (let place = 0; place < count; place += 1) {
      const code = codes[rowAt(place)] ?? missing;
      if (code < missing) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
    }
    for (let code = 0; code < missing; code += 1) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
    const next = starts.slice();
    this.#order = new Uint32Array(starts[missing] ?? 0);
    for (let place = 0; place < count; place += 1) {
      const row = rowAt(place);
      const code = codes[row] ?? missing;
      if (code >= missing) continue;
      this.#order[next[code] ?? 0] = row;
      next[code] = (next[code] ?? 0) + 1;
    }
    this.#starts = starts;
  }

  get bytes(): number {
    return this.#order.byteLength + this.#starts.byteLength;
  }

  /** The rows with a code from `from` up to, and without, `to`. */
  mask(from: number, to: number): BrushedMask {
    return new BrushedMask(this, this.#starts[from] ?? 0, this.#starts[Math.max(from, to)] ?? 0);
  }

  /** Rows in the order of the column. */
  get order(): Uint32Array {
    return this.#order;
  }

  rows(from: number, to: number): Uint8Array {
    const bits = new Uint8Array(this.#rows);
    for (let place = from; place < to; place += 1) bits[this.#order[place] ?? 0] = 1;
    return bits;
  }

  tally(tally: Tally, from: number, to: number): Uint32Array {
    const known = this.#counted.get(tally.name) ?? { from: 0, to: 0, counts: new Uint32Array(tally.size) };
    const moved = Math.abs(known.from - from) + Math.abs(known.to - to);
    const add = (first: number, end: number, step: number): void => {
      if (first < end) addToTally(known.counts, { list: this.#order, from: first, to: end }, step, tally);
    };
    if (moved > to - from) {
      known.counts.fill(0);
      add(from, to, 1);
    } else {
      add(from, known.from, 1);
      add(known.to, to, 1);
      add(known.from, from, -1);
      add(to, known.to, -1);
    }
    known.from = from;
    known.to = to;
    if (tally.size <= MOST_KEPT) this.#counted.set(tally.name, known);
    return known.counts;
  }
}

/** The rows of a stretch of a brush. */
export class BrushedMask implements MovingMask {
  readonly isSteady = false;
  readonly brush: Brush;
  readonly from: number;
  readonly to: number;
  #mask: RowMask | null = null;

  constructor(brush: Brush, from: number, to: number) {
    this.brush = brush;
    this.from = from;
    this.to = to;
  }

  get count(): number {
    return this.to - this.from;
  }

  get bits(): Uint8Array {
    return this.#plain().bits;
  }

  get selected(): Uint32Array | null {
    return this.#plain().selected;
  }

  tally(tally: Tally): Uint32Array {
    return this.brush.tally(tally, this.from, this.to);
  }

  #plain(): RowMask {
    this.#mask ??= rowMask(this.brush.rows(this.from, this.to));
    return this.#mask;
  }
}
