import { setImmediate as otherCalls } from 'node:timers/promises';
import type { ThresholdAnswer, ThresholdRequest } from '../../../shared/contract/aggregate.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { changeCounts, changesOf } from './thresholds/change-counts.ts';
import { Examples } from './thresholds/examples.ts';
import { judgedRows, scoresOf } from './thresholds/judged-rows.ts';
import { movedThresholds } from './thresholds/moved-thresholds.ts';
import { savedAttempts } from './thresholds/saved-attempts.ts';
import { markFailing } from './thresholds/score-columns.ts';

/**
 * Which of the selected transactions would be answered otherwise if the thresholds named had other limits. What a
 * threshold does to one transaction is said by `changeOf`. `USAGE` where a threshold cannot be moved so.
 */
export async function exploreThresholds(
  columns: WorkspaceColumns,
  request: ThresholdRequest,
): Promise<ThresholdAnswer> {
  const began = performance.now();
  const moved = valueOrThrow(movedThresholds(request.limits));
  const mask = await columns.mask(request);
  const judged = await judgedRows(columns);
  const processes = await columns.processes();
  const scores = await scoresOf(
    columns,
    moved.flatMap((threshold) => threshold.columns),
  );
  const failsMoved = new Int32Array(columns.rows);
  for (const { score, column } of scores) {
    const limits = moved.find(({ name }) => name === score.threshold)?.limits ?? score.limits;
    markFailing(failsMoved, column, score, limits);
    await otherCalls();
    columns.signal.throwIfAborted();
  }
  const changes = changesOf(judged, moved, failsMoved);
  const examples = new Examples(request.examples);
  const counts = changeCounts(mask, judged, moved, failsMoved, changes, examples);
  await otherCalls();
  columns.signal.throwIfAborted();
  const retries = savedAttempts(processes, mask, judged.accepted, changes);
  return {
    ...counts,
    retriesSaved: retries.saved - retries.added,
    retries,
    undecided: counts.overall.undecided,
    examples: examples.asBlock(columns.ids, judged.client, scores),
    milliseconds: performance.now() - began,
  };
}
