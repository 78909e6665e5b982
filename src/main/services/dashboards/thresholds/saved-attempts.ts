import type { ProcessColumns } from '../../../engine/columns/process-columns.ts';
import type { RowMask } from '../../../engine/columns/row-mask.ts';
import type { ThresholdAnswer } from '../../../../shared/contract/aggregate.ts';
import type { RowChanges } from './change-counts.ts';
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

/** Sums {@link balanceOf} over the processes that have a selected transaction, with all their attempts. */
export function savedAttempts(
  processes: ProcessColumns,
  mask: RowMask,
  accepted: Uint8Array,
  changes: RowChanges,
): ThresholdAnswer['retries'] {
  const { of, order, starts } = processes;
  const selected = selectedProcesses(processes, mask);
  const total = { saved: 0, added: 0, savedIfUndecidedPass: 0, addedIfUndecidedPass: 0 };
  const seen = new Uint8Array(processes.count);
  for (const row of changes.rows) {
    const process = of[row] ?? 0;
    if (seen[process] === 1 || selected.flags[process] !== 1) continue;
    seen[process] = 1;
    const [start, end] = [starts[process] ?? 0, starts[process + 1] ?? 0];
    const places = firstAccepted(order, start, end, accepted, changes.codes);
    const certain = balanceOf(end - start, places.before, places.after);
    const possible = balanceOf(end - start, places.before, places.possibly);
    total.saved += certain.saved;
    total.added += certain.added;
    total.savedIfUndecidedPass += possible.saved;
    total.addedIfUndecidedPass += possible.added;
  }
  return { processes: selected.count, attempts: selected.attempts, ...total };
}

interface SelectedProcesses {
  /** 1 for each process that has a selected transaction. */
  readonly flags: Uint8Array;
  readonly count: number;
  /** All attempts of those. */
  readonly attempts: number;
}

/** The same for every request under one selection. */
function selectedProcesses({ of, starts, count }: ProcessColumns, mask: RowMask): SelectedProcesses {
  const known = SELECTED.get(mask);
  if (known !== undefined) return known;
  const flags = new Uint8Array(count);
  for (let row = 0; row < of.length; row += 1) if (mask.bits[row] === 1) flags[of[row] ?? 0] = 1;
  let [found, attempts] = [0, 0];
  for (let process = 0; process < count; process += 1)
    if (flags[process] === 1) {
      found += 1;
      attempts += (starts[process + 1] ?? 0) - (starts[process] ?? 0);
    }
  const selected = { flags, count: found, attempts };
  SELECTED.set(mask, selected);
  return selected;
}
const SELECTED = new WeakMap<RowMask, SelectedProcesses>();

/** The place of the first attempt of a process that is accepted: in the log, after, and with undecided ones passing. */
function firstAccepted(
  order: Uint32Array,
  start: number,
  end: number,
  accepted: Uint8Array,
  changes: Uint8Array,
): { readonly before: number; readonly after: number; readonly possibly: number } {
  let before = -1;
  let after = -1;
  let possibly = -1;
  for (let place = 0; start + place < end; place += 1) {
    const row = order[start + place] ?? 0;
    const change = changes[row];
    const isAccepted = accepted[row] === 1;
    if (before < 0 && isAccepted) before = place;
    const passes = isAccepted ? change !== CHANGE_CODE.lost : change === CHANGE_CODE.won;
    if (after < 0 && passes) after = place;
    if (possibly < 0 && (passes || change === CHANGE_CODE.undecided)) possibly = place;
  }
  return { before, after, possibly };
}
