import type { Attempt } from '../attempt.ts';
import type { Random } from '../chance/random.ts';
import { fillAnswer } from './fill-answer.ts';
import { fillDurations } from './fill-durations.ts';
import { fillScores } from './fill-scores.ts';
import { cellIndex, emptyRow, type Cell } from './row.ts';
import { wallTime } from './wall-time.ts';

export const TOTAL_TIME_CELL = cellIndex('total_time_ms');

/** The row that an attempt leaves in the log. The identifying cells stay empty: their names follow from the order of rows. */
export function measureAttempt(attempt: Attempt, random: Random): Cell[] {
  const row = emptyRow();
  fillAnswer(row, attempt, random);
  fillScores(row, attempt, random);
  fillDurations(row, attempt, random);
  row[TOTAL_TIME_CELL] = wallTime(row, attempt, random);
  return row;
}
