import type { SampleProcess } from '../attempt.ts';
import { YEAR_AND_MONTH } from '../january-2025.ts';
import { dayNumber, MICROSECONDS } from '../local-timestamp.ts';
import type { SampleAnswer } from '../sample-answer.ts';

/** An attempt of January 2025 with its time, before it is known what ran. */
export interface TimedCall {
  readonly at: number;
  readonly process: SampleProcess;
  readonly answer: SampleAnswer;
  /** Of the near image, as `590x896`. */
  readonly size: string;
}

/** Midnight of a day of the month, in microseconds of the local clock. */
export function midnight(day: number): number {
  return dayNumber(YEAR_AND_MONTH.year, YEAR_AND_MONTH.month, day) * MICROSECONDS.day;
}
