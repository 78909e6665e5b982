import type { CodedColumn } from './coded-column.ts';
import type { RowCells } from './row-cells.ts';
import type { RowMask } from './row-mask.ts';

/** Different codes, ascending, and how often each is there. */
export interface CountedCodes {
  readonly codes: Uint32Array;
  readonly counts: Uint32Array;
}

/** Puts the codes that selected rows have together by cell, and gives those of any cells counted; missing ones left out. */
export function gatheredCodes(
  { codes, missing }: CodedColumn,
  { codes: cellOf, cells }: RowCells,
  { selected, count }: RowMask,
): (cells: readonly number[]) => CountedCodes {
  const starts = new Uint32Array(cells + 1);
  const rowAt = (place: number): number => (selected === null ? place : (selected[place] ?? 0));
  const cellAt = (row: number): number => (cellOf === null ? 0 : (cellOf[row] ?? 0));
  for (let place = 0; place < count; place += 1) {
    const row = rowAt(place);
    if (codes[row] !== missing) starts[cellAt(row) + 1] = (starts[cellAt(row) + 1] ?? 0) + 1;
  }
  for (let cell = 0; cell < cells; cell += 1) starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
  const next = starts.slice();
  const together = new Uint32Array(starts[cells] ?? 0);
  for (let place = 0; place < count; place += 1) {
    const row = rowAt(place);
    const code = codes[row] ?? missing;
    if (code === missing) continue;
    const cell = cellAt(row);
    together[next[cell] ?? 0] = code;
    next[cell] = (next[cell] ?? 0) + 1;
  }
  return (chosen) => {
    const parts = chosen.map((cell) => together.subarray(starts[cell] ?? 0, starts[cell + 1] ?? 0));
    const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return counted(all.sort());
  };
}

function counted(sorted: Uint32Array): CountedCodes {
  const codes = new Uint32Array(sorted.length);
  const counts = new Uint32Array(sorted.length);
  let found = 0;
  for (let place = 0; place < sorted.length; place += 1) {
    if (place === 0 || sorted[place] !== sorted[place - 1]) {
      codes[found] = sorted[place] ?? 0;
      found += 1;
    }
    counts[found - 1] = (counts[found - 1] ?? 0) + 1;
  }
  return { codes: codes.subarray(0, found), counts: counts.subarray(0, found) };
}
