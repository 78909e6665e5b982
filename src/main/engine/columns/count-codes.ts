import type { Codes } from './coded-column.ts';

/**
 * The loops that every aggregate is made of. Each is written out for the kinds of its arrays: a loop that meets several kinds
 * of typed arrays runs three times slower in V8, and there is one copy of a function's types however often it is made.
 */

/** Rows that are counted: those from place `from` up to `to` of `list`, or the rows of these numbers where there is no list. */
export interface Stretch {
  readonly list: Uint32Array | null;
  readonly from: number;
  readonly to: number;
}

/** Adds `step` to the count of the code of each row. */
export function countCodes(counts: Uint32Array, rows: Stretch, step: number, codes: Codes): void {
  if (codes instanceof Uint8Array) countBytes(counts, rows, step, codes);
  else if (codes instanceof Uint16Array) countShorts(counts, rows, step, codes);
  else countWords(counts, rows, step, codes);
}

/** Adds `step` to the count of each row's cell and code: cells stand one after the other, each with `width` codes. */
export function countPairs(
  counts: Uint32Array,
  rows: Stretch,
  step: number,
  cells: Codes,
  codes: Codes,
  width: number,
): void {
  if (cells instanceof Uint8Array) {
    if (codes instanceof Uint8Array) countBytesByBytes(counts, rows, step, cells, codes, width);
    else if (codes instanceof Uint16Array) countBytesByShorts(counts, rows, step, cells, codes, width);
    else countBytesByWords(counts, rows, step, cells, codes, width);
  } else if (cells instanceof Uint16Array) {
    if (codes instanceof Uint8Array) countShortsByBytes(counts, rows, step, cells, codes, width);
    else if (codes instanceof Uint16Array) countShortsByShorts(counts, rows, step, cells, codes, width);
    else countShortsByWords(counts, rows, step, cells, codes, width);
  } else {
    if (codes instanceof Uint8Array) countWordsByBytes(counts, rows, step, cells, codes, width);
    else if (codes instanceof Uint16Array) countWordsByShorts(counts, rows, step, cells, codes, width);
    else countWordsByWords(counts, rows, step, cells, codes, width);
  }
}

function countBytes(counts: Uint32Array, { list, from, to }: Stretch, step: number, codes: Uint8Array): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = codes[row] ?? 0;
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const at = codes[list[place] ?? 0] ?? 0;
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countShorts(counts: Uint32Array, { list, from, to }: Stretch, step: number, codes: Uint16Array): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = codes[row] ?? 0;
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const at = codes[list[place] ?? 0] ?? 0;
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countWords(counts: Uint32Array, { list, from, to }: Stretch, step: number, codes: Uint32Array): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = codes[row] ?? 0;
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const at = codes[list[place] ?? 0] ?? 0;
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countBytesByBytes(
  counts: Uint32Array,
  { list, from, to }: Stretch,
  step: number,
  cells: Uint8Array,
  codes: Uint8Array,
  width: number,
): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const row = list[place] ?? 0;
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countBytesByShorts(
  counts: Uint32Array,
  { list, from, to }: Stretch,
  step: number,
  cells: Uint8Array,
  codes: Uint16Array,
  width: number,
): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const row = list[place] ?? 0;
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countBytesByWords(
  counts: Uint32Array,
  { list, from, to }: Stretch,
  step: number,
  cells: Uint8Array,
  codes: Uint32Array,
  width: number,
): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const row = list[place] ?? 0;
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countShortsByBytes(
  counts: Uint32Array,
  { list, from, to }: Stretch,
  step: number,
  cells: Uint16Array,
  codes: Uint8Array,
  width: number,
): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const row = list[place] ?? 0;
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countShortsByShorts(
  counts: Uint32Array,
  { list, from, to }: Stretch,
  step: number,
  cells: Uint16Array,
  codes: Uint16Array,
  width: number,
): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const row = list[place] ?? 0;
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countShortsByWords(
  counts: Uint32Array,
  { list, from, to }: Stretch,
  step: number,
  cells: Uint16Array,
  codes: Uint32Array,
  width: number,
): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const row = list[place] ?? 0;
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countWordsByBytes(
  counts: Uint32Array,
  { list, from, to }: Stretch,
  step: number,
  cells: Uint32Array,
  codes: Uint8Array,
  width: number,
): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const row = list[place] ?? 0;
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countWordsByShorts(
  counts: Uint32Array,
  { list, from, to }: Stretch,
  step: number,
  cells: Uint32Array,
  codes: Uint16Array,
  width: number,
): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const row = list[place] ?? 0;
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
}

function countWordsByWords(
  counts: Uint32Array,
  { list, from, to }: Stretch,
  step: number,
  cells: Uint32Array,
  codes: Uint32Array,
  width: number,
): void {
  if (list === null)
    for (let row = from; row < to; row += 1) {
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
  else
    for (let place = from; place < to; place += 1) {
      const row = list[place] ?? 0;
      const at = (cells[row] ?? 0) * width + (codes[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + step;
    }
}
