import type { Attempt } from '../attempt.ts';
import { itemAt } from '../chance/item-at.ts';
import type { Random } from '../chance/random.ts';
import { measureAttempt, TOTAL_TIME_CELL } from '../measures/measure-attempt.ts';
import type { Cell } from '../measures/row.ts';
import { wallTime } from '../measures/wall-time.ts';
import { calibrateServices, calibrateTotals } from './calibrate.ts';
import { januaryAttempts } from './january-attempts.ts';

/** The transactions of January 2025 in order of time, with the counts and means that were printed. */
export function januaryTransactions(random: Random): { row: Cell[]; attempt: Attempt }[] {
  const measuring = random.fork();
  const attempts = januaryAttempts(random);
  const rows = attempts.map((attempt) => measureAttempt(attempt, measuring));
  calibrateServices(rows);
  for (const [place, row] of rows.entries()) row[TOTAL_TIME_CELL] = wallTime(row, itemAt(attempts, place), measuring);
  calibrateTotals(rows, measuring);
  return attempts.map((attempt, place) => ({ row: itemAt(rows, place), attempt }));
}
