import { BrushedMask, type Brush } from '../../engine/columns/brush.ts';
import type { ProcessColumns } from '../../engine/columns/process-columns.ts';
import { rowMask, type RowMask } from '../../engine/columns/row-mask.ts';
import { ProcessBrush } from './process-brush.ts';

const MADE = new WeakMap<RowMask, RowMask>();
const BRUSHES = new WeakMap<Brush, ProcessBrush>();

/**
 * The processes that have a selected row; the questions of a page share the selection, so that it is made once. One that is dragged holds
 * until another call moves it: there must be no waiting between this and its use.
 */
export function processMask(mask: RowMask, processes: ProcessColumns): RowMask {
  if (mask instanceof BrushedMask) {
    const { brush, from, to } = mask;
    const ofProcesses = BRUSHES.get(brush) ?? new ProcessBrush(brush, processes);
    BRUSHES.set(brush, ofProcesses);
    return ofProcesses.moved(from, to);
  }
  const known = MADE.get(mask) ?? maskOf(mask, processes);
  MADE.set(mask, known);
  return known;
}

function maskOf({ bits: rows, count: selected }: RowMask, { of, count: processes }: ProcessColumns): RowMask {
  const bits = new Uint8Array(processes);
  if (selected === rows.length) return rowMask(bits.fill(1));
  for (let row = 0; row < rows.length; row += 1) {
    const process = of[row] ?? 0;
    bits[process] = (bits[process] ?? 0) | (rows[row] ?? 0);
  }
  return rowMask(bits);
}
