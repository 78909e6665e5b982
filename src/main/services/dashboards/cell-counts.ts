/** Counts by cell. */
export interface CellCounts {
  add(cell: number, n: number): void;
  /** Cells that were counted, in ascending order. */
  filled(): { readonly cell: number; readonly n: number }[];
}

const MOST_DENSE = 1 << 22;

/** Counters for so many cells: an array, or where most of it would stay empty, a map. */
export function cellCounts(cells: number): CellCounts {
  return cells <= MOST_DENSE ? dense(cells) : sparse();
}

function dense(cells: number): CellCounts {
  const counts = new Uint32Array(cells);
  return {
    add: (cell, n) => {
      counts[cell] = (counts[cell] ?? 0) + n;
    },
    filled: () => {
      const filled: { cell: number; n: number }[] = [];
      for (let cell = 0; cell < cells; cell += 1) {
        const n = counts[cell] ?? 0;
        if (n > 0) filled.push({ cell, n });
      }
      return filled;
    },
  };
}

function sparse(): CellCounts {
  const counts = new Map<number, number>();
  return {
    add: (cell, n) => {
      counts.set(cell, (counts.get(cell) ?? 0) + n);
    },
    filled: () => Array.from(counts, ([cell, n]) => ({ cell, n })).toSorted((a, b) => a.cell - b.cell),
  };
}
