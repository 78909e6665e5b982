import { quantile } from './chance/quantile.ts';

/** Seconds from the start of a process to its first answer. */
export const FIRST_PAUSE = quantile([
  [0, 4],
  [0.5, 9],
  [0.9, 25],
  [1, 90],
]);

/** Seconds between a refusal and the next attempt. */
export const RETRY_PAUSE = quantile([
  [0, 5],
  [0.3, 13],
  [0.6, 24],
  [0.85, 60],
  [0.96, 190],
  [1, 900],
]);

/** Seconds between an acceptance and another call under the same process id. */
export const CALL_AGAIN_PAUSE = quantile([
  [0, 8],
  [0.4, 45],
  [0.8, 240],
  [1, 1500],
]);
