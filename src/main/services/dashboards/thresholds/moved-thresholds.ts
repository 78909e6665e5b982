import { THRESHOLDS_IN_ORDER, limitsOf, type Limits } from '../../../../etl/model/threshold-limits.ts';
import type { ThresholdRequest } from '../../../../shared/contract/aggregate.ts';
import { nearestName } from '../../../../shared/nearest-name.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { SCORE_COLUMNS, bitsOf, type ScoreColumn } from './score-columns.ts';

/** A threshold of the catalogue with other limits. */
export interface MovedThreshold {
  readonly name: string;
  readonly limits: Limits;
  readonly columns: readonly ScoreColumn[];
  /** The bits of its columns. */
  readonly bits: number;
}

/**
 * The thresholds that a request moves, in pipeline order; one whose limits are those of the catalogue is not moved. `USAGE`
 * for an unknown name, for limits in the wrong order, and for a threshold whose scores are not in the log.
 */
export function movedThresholds(limits: ThresholdRequest['limits']): Result<readonly MovedThreshold[]> {
  const moved: MovedThreshold[] = [];
  for (const [name, asked] of Object.entries(limits)) {
    const threshold = THRESHOLDS_IN_ORDER.find((known) => known.name === name);
    if (threshold === undefined) return unknown(name);
    if (threshold.columns.length === 0)
      return err('USAGE', `The log does not hold the score that ${name} judges.`, 'Leave this threshold where it is.');
    if (asked.least !== null && asked.most !== null && asked.least > asked.most)
      return err(
        'USAGE',
        `The limits of ${name} let nothing pass: ${String(asked.least)} is above ${String(asked.most)}.`,
        'Give the lower limit first.',
      );
    const now = limitsOf(threshold.accepts);
    if (asked.least === now.least && asked.most === now.most) continue;
    const columns = SCORE_COLUMNS.filter((column) => column.threshold === name);
    moved.push({ name, limits: asked, columns, bits: bitsOf(columns) });
  }
  const order = THRESHOLDS_IN_ORDER.map(({ name }) => name);
  return ok(moved.toSorted((left, right) => order.indexOf(left.name) - order.indexOf(right.name)));
}

function unknown(name: string): Result<never> {
  const nearest = nearestName(
    name,
    THRESHOLDS_IN_ORDER.map((known) => known.name),
  );
  return err(
    'USAGE',
    `No threshold has this name: ${JSON.stringify(name.slice(0, 80))}.`,
    nearest === null ? 'The data dictionary lists the thresholds.' : `Write the name exactly: ${nearest}`,
  );
}

/** The bits of all columns that are judged otherwise. */
export function bitsOfMoved(moved: readonly MovedThreshold[]): number {
  return moved.reduce((all, { bits }) => all | bits, 0);
}
