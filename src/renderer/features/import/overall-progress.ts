import type { ImportProgress } from '../../../shared/contract/import-progress.ts';

/** Share of an import's time in which the file is looked through. */
const SURVEY = 0.05;
/** The books are closed after the last row is stored. */
const STORED = 0.95;

/**
 * What is done at least of an import, the survey left aside, when a stage begins, as measured on files of 15,000 to
 * 1,000,000 rows. Rows are stored from the second stage to the last, beside all else, so that they tell more once there
 * are any.
 */
const DONE_BEFORE: Readonly<Record<ImportProgress['stage'], number>> = {
  survey: 0,
  read: 0,
  check: 0.45,
  transform: 0.5,
  store: 0.55,
  commit: 0.93,
};

/** How much of an import is done, 0..1. */
export function overallShare({ stage, rows, totalRows, bytes, totalBytes }: ImportProgress): number {
  if (stage === 'survey') return SURVEY * part(bytes, totalBytes);
  return SURVEY + (1 - SURVEY) * Math.max(DONE_BEFORE[stage], STORED * part(rows, totalRows));
}

function part(done: number, all: number | null): number {
  return all === null || all === 0 ? 0 : Math.min(1, done / all);
}
