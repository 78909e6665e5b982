import type { Attempt } from '../attempt.ts';
import { quantile } from '../chance/quantile.ts';
import type { Random } from '../chance/random.ts';
import { DEPTHS } from '../pipeline-run.ts';
import { DURATION_CELLS, isLarge } from './fill-durations.ts';
import type { Cell } from './row.ts';

/** Milliseconds outside the microservices: receiving, decoding and storing the images. */
const OVERHEAD = quantile([
  [0, 330],
  [0.1, 400],
  [0.5, 460],
  [0.9, 540],
  [0.98, 760],
  [1, 2100],
]);
const LARGE_OVERHEAD = quantile([
  [0, 350],
  [0.1, 600],
  [0.25, 850],
  [0.5, 1400],
  [0.75, 3200],
  [0.9, 5200],
  [0.97, 6000],
  [1, 7000],
]);
/** The share of the time beside the near image that is really saved. */
const OVERLAP = quantile([
  [0, 0.58],
  [0.1, 0.68],
  [0.5, 0.76],
  [0.9, 0.83],
  [1, 0.9],
]);
/** What is left of the overhead where the attack detectors were never asked. */
const INCOMPLETE = 0.8;
/** The least time outside the microservices, where near and far ran side by side, by chance. */
export const LEAST_OTHER = quantile([
  [0, -300],
  [0.3, -270],
  [1, -170],
]);
/** How often the clock of a transaction that ended at once was lost. */
const LOST = 0.004;

/** The time of all microservices of a row, near and far. */
export function microservicesTime(row: readonly Cell[]): number {
  return DURATION_CELLS.reduce((sum, { index }) => sum + Number(row[index]), 0);
}

/**
 * The wall time of a transaction whose services took the times in `row`. Near and far image run partly side by side, so
 * it may be less than their sum; once in a long while the clock was lost and it is 0.
 */
export function wallTime(row: readonly Cell[], { near, far, run, load, answer }: Attempt, random: Random): number {
  let all = 0;
  let beside = 0;
  for (const { index, besideNear } of DURATION_CELLS) {
    const milliseconds = Number(row[index]);
    all += milliseconds;
    if (besideNear) beside += milliseconds;
  }
  const overhead = (isLarge(near) || isLarge(far) ? LARGE_OVERHEAD : OVERHEAD)(random.unit());
  const complete = run.near === DEPTHS.attack ? 1 : INCOMPLETE;
  const other = overhead * complete * (1 + 0.08 * load) - beside * OVERLAP(random.unit());
  const lost = answer.stage === 'accessory' && random.chance(LOST);
  return lost ? 0 : Math.floor(all + Math.max(LEAST_OTHER(random.unit()), other) + 0.5);
}
