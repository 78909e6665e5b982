import type { Brush } from '../../engine/columns/brush.ts';
import type { ProcessColumns } from '../../engine/columns/process-columns.ts';
import { selectedRows, type MovingMask } from '../../engine/columns/row-mask.ts';
import { addToTally, type Tally } from '../../engine/columns/tally.ts';

interface Counted {
  /** The move after which it was counted. */
  move: number;
  readonly counts: Uint32Array;
}

/** Counters beyond this are counted anew at each move. */
const MOST_KEPT = 1 << 22;

/** The processes that have a row in the stretch of a brush: a move changes the counts by those that come in and go out. */
export class ProcessBrush implements MovingMask {
  readonly isSteady = false;
  /** 1 for each process that has a row in the stretch. */
  readonly bits: Uint8Array;
  count = 0;
  readonly #order: Uint32Array;
  readonly #of: Uint32Array;
  /** Rows of each process in the stretch. */
  readonly #inside: Uint32Array;
  readonly #counted = new Map<string, Counted>();
  #from = 0;
  #to = 0;
  #move = 0;
  /** The processes that came in and went out with the last move; a process may have done both. */
  readonly #entered: Uint32Array;
  #enteredCount = 0;
  readonly #left: Uint32Array;
  #leftCount = 0;
  #selected: Uint32Array | null = null;

  constructor({ order }: Brush, { of, count }: ProcessColumns) {
    this.#order = order;
    this.#of = of;
    this.bits = new Uint8Array(count);
    this.#inside = new Uint32Array(count);
    this.#entered = new Uint32Array(count);
    this.#left = new Uint32Array(count);
  }

  get selected(): Uint32Array {
    this.#selected ??= selectedRows(this.bits, this.count);
    return this.#selected;
  }

  /** The brush on another stretch of its order. */
  moved(from: number, to: number): this {
    if (from === this.#from && to === this.#to) return this;
    this.#enteredCount = 0;
    this.#leftCount = 0;
    this.#selected = null;
    this.#move += 1;
    if (Math.abs(this.#from - from) + Math.abs(this.#to - to) > to - from) {
      // What was counted before is of no use.
      this.#move += 1;
      this.bits.fill(0);
      this.#inside.fill(0);
      this.count = 0;
      this.#enter(from, to);
    } else {
      this.#enter(from, this.#from);
      this.#enter(this.#to, to);
      this.#leave(this.#from, from);
      this.#leave(to, this.#to);
    }
    this.#from = from;
    this.#to = to;
    return this;
  }

  tally(tally: Tally): Uint32Array {
    const known = this.#counted.get(tally.name) ?? { move: -1, counts: new Uint32Array(tally.size) };
    const { counts } = known;
    if (known.move === this.#move - 1 && this.#enteredCount + this.#leftCount < this.count) {
      addToTally(counts, { list: this.#entered, from: 0, to: this.#enteredCount }, 1, tally);
      addToTally(counts, { list: this.#left, from: 0, to: this.#leftCount }, -1, tally);
    } else if (known.move !== this.#move) {
      counts.fill(0);
      addToTally(counts, { list: this.selected, from: 0, to: this.count }, 1, tally);
    }
    known.move = this.#move;
    if (tally.size <= MOST_KEPT) this.#counted.set(tally.name, known);
    return counts;
  }

  #enter(from: number, to: number): void {
    const [order, of, inside, bits, entered] = [this.#order, this.#of, this.#inside, this.bits, this.#entered];
    let found = this.#enteredCount;
    for (let place = from; place < to; place += 1) {
      const process = of[order[place] ?? 0] ?? 0;
      const rows = inside[process] ?? 0;
      inside[process] = rows + 1;
      if (rows > 0) continue;
      bits[process] = 1;
      entered[found] = process;
      found += 1;
    }
    this.count += found - this.#enteredCount;
    this.#enteredCount = found;
  }

  #leave(from: number, to: number): void {
    const [order, of, inside, bits, left] = [this.#order, this.#of, this.#inside, this.bits, this.#left];
    let found = this.#leftCount;
    for (let place = from; place < to; place += 1) {
      const process = of[order[place] ?? 0] ?? 0;
      const rows = (inside[process] ?? 0) - 1;
      inside[process] = rows;
      if (rows > 0) continue;
      bits[process] = 0;
      left[found] = process;
      found += 1;
    }
    this.count -= found - this.#leftCount;
    this.#leftCount = found;
  }
}
