import type { ProcessColumns } from '../../engine/columns/process-columns.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';

/** Which processes have a selected row. */
export interface ProcessMask {
  /** 1 for each process that has, 0 for others. */
  readonly bits: Uint8Array;
  readonly count: number;
}

const MADE = new WeakMap<RowMask, ProcessMask>();

/** The processes of the selected rows; the questions of a page share the selection, so that it is made once. */
export function processMask(mask: RowMask, processes: ProcessColumns): ProcessMask {
  const known = MADE.get(mask);
  if (known !== undefined) return known;
  const made = maskOf(mask, processes);
  MADE.set(mask, made);
  return made;
}

function maskOf({ bits: rows, count: selected }: RowMask, { of, count: processes }: ProcessColumns): ProcessMask {
  const bits = new Uint8Array(processes);
  if (selected === rows.length) return { bits: bits.fill(1), count: processes };
  for (let row = 0; row < rows.length; row += 1) {
    if (rows[row] === 1) bits[of[row] ?? 0] = 1;
  }
  let count = 0;
  for (let process = 0; process < processes; process += 1) count += bits[process] ?? 0;
  return { bits, count };
}
