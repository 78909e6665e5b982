import { MICROSERVICES } from '../../model/microservices.ts';
import { itemAt } from '../chance/item-at.ts';
import { LeastFirst } from '../chance/least-first.ts';
import type { Random } from '../chance/random.ts';
import { summarisedNumbers } from '../chance/summarised-numbers.ts';
import { MEAN_MILLISECONDS, TOTAL_MILLISECONDS, TOTAL_SHAPE } from '../january-2025.ts';
import { DURATION_CELLS } from '../measures/fill-durations.ts';
import { TOTAL_TIME_CELL } from '../measures/measure-attempt.ts';
import type { Cell } from '../measures/row.ts';
import { LEAST_OTHER, microservicesTime } from '../measures/wall-time.ts';

/** Scales the times of every microservice so that its mean per transaction is the printed one. */
export function calibrateServices(rows: readonly Cell[][]): void {
  for (const { name } of MICROSERVICES) {
    const indexes = DURATION_CELLS.filter(({ microservice }) => microservice === name).map(({ index }) => index);
    const sum = rows.reduce((all, row) => all + indexes.reduce((ofRow, index) => ofRow + Number(row[index]), 0), 0);
    const factor = (MEAN_MILLISECONDS[name] * rows.length) / sum;
    // What rounding takes from one value the next one gets, or the short times would drift from their mean.
    let owed = 0;
    for (const row of rows) {
      for (const index of indexes) {
        const value = row[index];
        if (typeof value !== 'number') continue;
        const exact = value * factor + owed;
        row[index] = Math.max(0, Math.floor(exact + 0.5));
        owed = exact - Number(row[index]);
      }
    }
  }
}

/**
 * Replaces the totals by those with the printed figures. Every total, from the least, goes to the row with the least total
 * before, among the rows whose microservices leave it enough time.
 */
export function calibrateTotals(rows: readonly Cell[][], random: Random): void {
  const waiting = rows
    .map((row) => ({ row, least: microservicesTime(row) + LEAST_OTHER(random.unit()) }))
    .toSorted((left, right) => left.least - right.least);
  const eligible = new LeastFirst<Cell[]>();
  let next = 0;
  const totals = summarisedNumbers(rows.length, TOTAL_MILLISECONDS, TOTAL_SHAPE);
  for (const [rank, total] of totals.entries()) {
    for (; next < waiting.length; next++) {
      const { row, least } = itemAt(waiting, next);
      if (least > total && next > rank) break;
      eligible.push(Number(row[TOTAL_TIME_CELL]), row);
    }
    eligible.pop()[TOTAL_TIME_CELL] = total;
  }
}
