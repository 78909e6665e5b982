import { THRESHOLDS_IN_ORDER, limitsOf, type Limits } from '../../../../etl/model/threshold-limits.ts';
import { measureOfColumn } from '../../../../shared/dashboards/quality-measures.ts';
import type { Codes, NumberColumn } from '../../../engine/columns/coded-column.ts';

/** A score that a threshold of the catalogue judges, with the bit that stands for it among all of them. */
export interface ScoreColumn {
  readonly name: string;
  readonly threshold: string;
  readonly failsWith: number;
  readonly limits: Limits;
  readonly gaveUp: number | null;
  readonly bit: number;
}

/** Every judged score, thresholds in pipeline order, near image first: 26, so that their bits fit one number. */
export const SCORE_COLUMNS: readonly ScoreColumn[] = THRESHOLDS_IN_ORDER.flatMap((threshold) =>
  threshold.columns.map((name) => ({
    name,
    threshold: threshold.name,
    failsWith: threshold.failsWith,
    limits: limitsOf(threshold.accepts),
    gaveUp: measureOfColumn(name)?.gaveUp ?? null,
  })),
).map((column, index) => ({ ...column, bit: 1 << index }));

/** The bits of columns together. */
export function bitsOf(columns: readonly ScoreColumn[]): number {
  return columns.reduce((bits, { bit }) => bits | bit, 0);
}

/** Sets `bit` in `fails` for each row whose score lies beyond the limits. One that is missing or gave up does not. */
export function markFailing(
  fails: Int32Array,
  { codes, values, missing }: NumberColumn,
  { bit, gaveUp }: ScoreColumn,
  { least, most }: Limits,
): void {
  const low = least === null ? 0 : firstNotBelow(values, least);
  const high = most === null ? missing : firstAbove(values, most);
  const none = gaveUp === null ? -1 : values.indexOf(gaveUp);
  for (const [from, to] of [[0, low] as const, [high, missing] as const]) {
    if (none < from || none >= to) markRange(fails, codes, from, to, bit);
    else {
      markRange(fails, codes, from, none, bit);
      markRange(fails, codes, none + 1, to, bit);
    }
  }
}

/** Sets `bit` for the codes from `from` to before `to`. */
function markRange(fails: Int32Array, codes: Codes, from: number, to: number, bit: number): void {
  const width = to - from;
  if (width <= 0) return;
  for (let row = 0; row < fails.length; row += 1)
    // Codes below `from` wrap round to large numbers: one comparison instead of two.
    if (((codes[row] ?? 0) - from) >>> 0 < width) fails[row] = (fails[row] ?? 0) | bit;
}

/** The place of the first value that is at least `least`; all of them where there is none. */
function firstNotBelow(values: Float64Array, least: number): number {
  return firstWhere(values, (value) => value >= least);
}

function firstAbove(values: Float64Array, most: number): number {
  return firstWhere(values, (value) => value > most);
}

/** `holds` is false for values up to some place and true from there on. */
function firstWhere(values: Float64Array, holds: (value: number) => boolean): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(values[middle] ?? Number.POSITIVE_INFINITY)) to = middle;
    else from = middle + 1;
  }
  return from;
}
