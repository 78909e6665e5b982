import type { ProcessColumns } from '../../../engine/columns/process-columns.ts';
import type { RowMask } from '../../../engine/columns/row-mask.ts';
import type { ThresholdAnswer } from '../../../../shared/contract/aggregate.ts';
import { CHANGE_CODE } from './threshold-change.ts';

/** Attempts saved and added in one process. */
interface Balance {
  readonly saved: number;
  readonly added: number;
}

/**
 * What a changed acceptance does to the attempts of a process, given by their place from 0 (-1: never accepted). People stop
 * at their first acceptance: what the log holds after its own first one was tried for other reasons and is never counted.
 * A process that the log accepts and that no attempt of would now be accepted needs one more, at least.
 */
export function balanceOf(attempts: number, firstBefore: number, firstAfter: number): Balance {
  if (firstAfter < 0) return { saved: 0, added: firstBefore < 0 ? 0 : 1 };
  const end = firstBefore < 0 ? attempts - 1 : firstBefore;
  return { saved: Math.max(0, end - firstAfter), added: 0 };
}

/** What is known of a process before its attempts are looked at. */
const SELECTED = 1;
const CHANGED = 2;

/** Sums {@link balanceOf} over the processes that have a selected transaction, with all their attempts. */
export function savedAttempts(
  processes: ProcessColumns,
  mask: RowMask,
  accepted: Uint8Array,
  changes: Uint8Array,
): ThresholdAnswer['retries'] {
  const total = { processes: 0, attempts: 0, saved: 0, added: 0, savedIfUndecidedPass: 0, addedIfUndecidedPass: 0 };
  const flags = flagsOf(processes, mask, changes);
  for (let process = 0; process < flags.length; process += 1) {
    const flag = flags[process] ?? 0;
    if ((flag & SELECTED) === 0) continue;
    const [start, end] = [processes.starts[process] ?? 0, processes.starts[process + 1] ?? 0];
    total.processes += 1;
    total.attempts += end - start;
    if ((flag & CHANGED) === 0) continue;
    const places = firstAccepted(processes.order.subarray(start, end), accepted, changes);
    const certain = balanceOf(end - start, places.before, places.after);
    const possible = balanceOf(end - start, places.before, places.possibly);
    total.saved += certain.saved;
    total.added += certain.added;
    total.savedIfUndecidedPass += possible.saved;
    total.addedIfUndecidedPass += possible.added;
  }
  return total;
}

function flagsOf({ count, of }: ProcessColumns, { bits }: RowMask, changes: Uint8Array): Uint8Array {
  const flags = new Uint8Array(count);
  for (let row = 0; row < of.length; row += 1) {
    const flag = (bits[row] ?? 0) | (changes[row] === CHANGE_CODE.none ? 0 : CHANGED);
    if (flag !== 0) flags[of[row] ?? 0] = (flags[of[row] ?? 0] ?? 0) | flag;
  }
  return flags;
}

/** The place of the first attempt of a process that is accepted: in the log, after, and with undecided ones passing. */
function firstAccepted(
  attempts: Uint32Array,
  accepted: Uint8Array,
  changes: Uint8Array,
): { readonly before: number; readonly after: number; readonly possibly: number } {
  let before = -1;
  let after = -1;
  let possibly = -1;
  for (const [place, row] of attempts.entries()) {
    const change = changes[row];
    const isAccepted = accepted[row] === 1;
    if (before < 0 && isAccepted) before = place;
    const passes = isAccepted ? change !== CHANGE_CODE.lost : change === CHANGE_CODE.won;
    if (after < 0 && passes) after = place;
    if (possibly < 0 && (passes || change === CHANGE_CODE.undecided)) possibly = place;
  }
  return { before, after, possibly };
}
