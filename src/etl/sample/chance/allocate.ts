import { itemAt } from './item-at.ts';

const FITTING_ROUNDS = 200;

/** A table of whole or real numbers, by row and column. */
export type Table = readonly (readonly number[])[];

/**
 * Whole numbers with the given row and column totals, each less than one away from the proportional fit of `weights`
 * to those totals. A weight of 0 stays 0. Throws where no such table exists.
 */
export function allocate(rowTotals: readonly number[], columnTotals: readonly number[], weights: Table): number[][] {
  const fitted = fit(rowTotals, columnTotals, weights);
  const cells = fitted.map((row) => row.map((share) => Math.floor(share)));
  const rowNeeds = rowTotals.map((total, row) => total - sum(itemAt(cells, row)));
  const columnNeeds = columnTotals.map((total, column) => total - sum(cells.map((row) => itemAt(row, column))));
  const open = fitted.map((row) => row.map((share) => share > Math.floor(share)));
  for (const [row, column] of roundUp(rowNeeds, columnNeeds, open)) {
    const cellsOfRow = itemAt(cells, row);
    cellsOfRow[column] = itemAt(cellsOfRow, column) + 1;
  }
  return cells;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Iterative proportional fitting: rows and columns are scaled in turn until both totals hold. */
function fit(rowTotals: readonly number[], columnTotals: readonly number[], weights: Table): number[][] {
  let table = weights.map((row) => [...row]);
  for (let round = 0; round < FITTING_ROUNDS; round++) {
    const columnSums = columnTotals.map((_, column) => sum(table.map((row) => itemAt(row, column))));
    table = table.map((row) =>
      row.map((cell, column) => scaled(cell, itemAt(columnTotals, column), itemAt(columnSums, column))),
    );
    table = table.map((row, index) => row.map((cell) => scaled(cell, itemAt(rowTotals, index), sum(row))));
  }
  return table;
}

const scaled = (cell: number, total: number, current: number): number => (current === 0 ? 0 : (cell * total) / current);

/** Chooses cells to round up so that every row and column gets what it needs: a matching, grown by augmenting paths. */
function roundUp(
  rowNeeds: readonly number[],
  columnNeeds: readonly number[],
  open: readonly (readonly boolean[])[],
): [number, number][] {
  const chosen = open.map((row) => row.map(() => false));
  const left = [...columnNeeds];
  for (const [row, need] of rowNeeds.entries()) {
    for (let unit = 0; unit < need; unit++) {
      if (!placeUnit(row, chosen, left, open)) throw new Error('the totals of rows and columns do not fit together');
    }
  }
  if (left.some((need) => need !== 0)) throw new Error('the totals of rows and columns differ');
  return chosen.flatMap((row, index) => row.flatMap((is, column): [number, number][] => (is ? [[index, column]] : [])));
}

function placeUnit(row: number, chosen: boolean[][], left: number[], open: readonly (readonly boolean[])[]): boolean {
  const seen = new Set<number>();
  const visit = (from: number): boolean => {
    for (const [column, isOpen] of itemAt(open, from).entries()) {
      const taken = itemAt(chosen, from);
      if (!isOpen || taken[column] === true || seen.has(column)) continue;
      seen.add(column);
      if (itemAt(left, column) > 0) {
        left[column] = itemAt(left, column) - 1;
        taken[column] = true;
        return true;
      }
      const moved = chosen.findIndex((other, index) => index !== from && other[column] === true && visit(index));
      if (moved < 0) continue;
      itemAt(chosen, moved)[column] = false;
      taken[column] = true;
      return true;
    }
    return false;
  };
  return visit(row);
}
