import type { ThresholdAnswer, ThresholdChange } from '../../../../shared/contract/aggregate.ts';
import type { RowMask } from '../../../engine/columns/row-mask.ts';
import type { Examples } from './examples.ts';
import type { JudgedRows } from './judged-rows.ts';
import { bitsOfMoved, type MovedThreshold } from './moved-thresholds.ts';
import { CHANGE_CODE, CHANGES, changeOf, isUnexplained, type ChangeCode } from './threshold-change.ts';

/** Counts of a client: refused and accepted in the log, each by what happens to them. */
const CELLS = 2 * CHANGES.length;

/** What happens to every row of the workspace: a process may have attempts that are not selected. */
export function changesOf(
  { accepted, whole, fails, code, reasons }: JudgedRows,
  moved: readonly MovedThreshold[],
  failsMoved: Int32Array,
): Uint8Array {
  const bits = bitsOfMoved(moved);
  const changes = new Uint8Array(accepted.length);
  if (bits === 0) return changes;
  for (let row = 0; row < changes.length; row += 1)
    changes[row] = changeOf(
      accepted[row] === 1,
      whole[row] === 1,
      reasons[code.codes[row] ?? code.missing] ?? 0,
      fails[row] ?? 0,
      bits,
      failsMoved[row] ?? 0,
    );
  return changes;
}

/** Counts the selected rows, and hands the changed ones to `examples`. */
export function changeCounts(
  mask: RowMask,
  { accepted, whole, fails, code, reasons, client }: JudgedRows,
  moved: readonly MovedThreshold[],
  failsMoved: Int32Array,
  changes: Uint8Array,
  examples: Examples,
): Pick<ThresholdAnswer, 'overall' | 'byClient' | 'byThreshold' | 'unexplained'> {
  const bits = bitsOfMoved(moved);
  const counts = new Int32Array((client.missing + 1) * CELLS);
  const alone = moved.map((threshold) => ({ threshold, lost: 0, won: 0, undecided: 0 }));
  let unexplained = 0;
  for (let row = 0; row < changes.length; row += 1) {
    if (mask.bits[row] !== 1) continue;
    const own = accepted[row] ?? 0;
    const change = asChange(changes[row]);
    const cell = (client.codes[row] ?? client.missing) * CELLS + own * CHANGES.length + change;
    counts[cell] = (counts[cell] ?? 0) + 1;
    const failing = fails[row] ?? 0;
    const moves = failsMoved[row] ?? 0;
    // Most rows pass every limit, old and new.
    if (own === 1 && (failing | moves) === 0) continue;
    const reason = reasons[code.codes[row] ?? code.missing] ?? 0;
    if (isUnexplained(own === 1, reason, failing, bits)) unexplained += 1;
    if (own === 0 && (failing & reason) === 0) continue;
    for (const counted of alone) {
      const { bits: ofOne } = counted.threshold;
      const one = changeOf(own === 1, whole[row] === 1, reason, failing, ofOne, moves & ofOne);
      if (one === CHANGE_CODE.lost) counted.lost += 1;
      else if (one === CHANGE_CODE.won) counted.won += 1;
      else if (one === CHANGE_CODE.undecided) counted.undecided += 1;
    }
    if (change === CHANGE_CODE.lost) examples.add(change, row, moves & ~failing);
    else if (change !== CHANGE_CODE.none) examples.add(change, row, failing & bits);
  }
  const byClient = Array.from({ length: client.missing + 1 }, (_, place) => ({
    client: client.values[place] ?? null,
    ...figuresOf(counts.subarray(place * CELLS, (place + 1) * CELLS)),
  }));
  const overall = sumOf(byClient);
  const { n, acceptedBefore } = overall;
  return {
    overall,
    byClient: byClient.filter((figures) => figures.n > 0).toSorted((left, right) => right.n - left.n),
    byThreshold: alone.map(({ threshold, lost, won, undecided }) => ({
      threshold: threshold.name,
      n,
      acceptedBefore,
      acceptedAfter: acceptedBefore - lost + won,
      lost,
      won,
      undecided,
    })),
    unexplained,
  };
}

/** The figures of one client, from its counts by acceptance and change. */
function figuresOf(counts: Int32Array): ThresholdChange {
  const count = (accepted: number, change: ChangeCode): number => counts[accepted * CHANGES.length + change] ?? 0;
  const { none } = CHANGE_CODE;
  const [lost, won, undecided] = [
    count(1, CHANGE_CODE.lost),
    count(0, CHANGE_CODE.won),
    count(0, CHANGE_CODE.undecided),
  ];
  const acceptedBefore = count(1, none) + lost;
  const n = acceptedBefore + count(0, none) + won + undecided;
  return { n, acceptedBefore, acceptedAfter: acceptedBefore - lost + won, lost, won, undecided };
}

function sumOf(figures: readonly ThresholdChange[]): ThresholdChange {
  const sum = (of: (figure: ThresholdChange) => number): number => figures.reduce((all, one) => all + of(one), 0);
  return {
    n: sum(({ n }) => n),
    acceptedBefore: sum(({ acceptedBefore }) => acceptedBefore),
    acceptedAfter: sum(({ acceptedAfter }) => acceptedAfter),
    lost: sum(({ lost }) => lost),
    won: sum(({ won }) => won),
    undecided: sum(({ undecided }) => undecided),
  };
}

function asChange(code: number | undefined): ChangeCode {
  return code === 1 || code === 2 || code === 3 ? code : CHANGE_CODE.none;
}
