import type { ThresholdAnswer, ThresholdChange } from '../../../../shared/contract/aggregate.ts';
import type { RowMask } from '../../../engine/columns/row-mask.ts';
import type { Examples } from './examples.ts';
import type { JudgedRows } from './judged-rows.ts';
import { bitsOfMoved, type MovedThreshold } from './moved-thresholds.ts';
import { CHANGE_CODE, CHANGES, changeOf, isUnexplained, type ChangeCode } from './threshold-change.ts';

/** Counts of a client: refused and accepted in the log, each by what happens to them. */
const CELLS = 2 * CHANGES.length;

/** What happens to the rows of a workspace: a process may have attempts that are not selected. */
export interface RowChanges {
  /** For each row its change, by code. */
  readonly codes: Uint8Array;
  /** The rows that change, in order. */
  readonly rows: Uint32Array;
  /** The rows with a score that a moved threshold refused, or now refuses: those that change and more. */
  readonly touched: Uint32Array;
}

/** Decides about every row. Most pass the moved limits, old and new, and are not looked at closer. */
export function changesOf(
  { accepted, whole, fails, code, reasons }: JudgedRows,
  moved: readonly MovedThreshold[],
  failsMoved: Int32Array,
): RowChanges {
  const bits = bitsOfMoved(moved);
  const codes = new Uint8Array(accepted.length);
  const rows = new Uint32Array(accepted.length);
  const touched = new Uint32Array(accepted.length);
  let [found, near] = [0, 0];
  for (let row = 0; row < codes.length && bits !== 0; row += 1) {
    const failing = fails[row] ?? 0;
    const moves = failsMoved[row] ?? 0;
    if (((failing & bits) | moves) === 0) continue;
    touched[near] = row;
    near += 1;
    const reason = reasons[code.codes[row] ?? code.missing] ?? 0;
    const change = changeOf(accepted[row] === 1, whole[row] === 1, reason, failing, bits, moves);
    if (change === CHANGE_CODE.none) continue;
    codes[row] = change;
    rows[found] = row;
    found += 1;
  }
  return { codes, rows: rows.subarray(0, found), touched: touched.subarray(0, near) };
}

/** Counts the selected rows, and hands the changed ones to `examples`. */
export function changeCounts(
  mask: RowMask,
  judged: JudgedRows,
  moved: readonly MovedThreshold[],
  failsMoved: Int32Array,
  changes: RowChanges,
  examples: Examples,
): Pick<ThresholdAnswer, 'overall' | 'byClient' | 'byThreshold' | 'unexplained'> {
  const { accepted, fails, client, unexplained } = judged;
  const bits = bitsOfMoved(moved);
  const counts = Int32Array.from(unmovedCounts(mask, judged));
  for (const row of changes.rows) {
    if (mask.bits[row] !== 1) continue;
    const change = asChange(changes.codes[row]);
    const cell = (client.codes[row] ?? client.missing) * CELLS + (accepted[row] ?? 0) * CHANGES.length;
    counts[cell] = (counts[cell] ?? 0) - 1;
    counts[cell + change] = (counts[cell + change] ?? 0) + 1;
    const failing = fails[row] ?? 0;
    examples.add(change, row, change === CHANGE_CODE.lost ? (failsMoved[row] ?? 0) & ~failing : failing & bits);
  }
  const byClient = Array.from({ length: client.missing + 1 }, (_, place) => ({
    client: client.values[place] ?? null,
    ...figuresOf(counts.subarray(place * CELLS, (place + 1) * CELLS)),
  }));
  const overall = sumOf(byClient);
  const isTold = (row: number): boolean =>
    mask.bits[row] === 1 && isUnexplained(accepted[row] === 1, reasonOf(judged, row), fails[row] ?? 0, bits);
  return {
    overall,
    byClient: byClient.filter((figures) => figures.n > 0).toSorted((left, right) => right.n - left.n),
    byThreshold: moved.map((threshold) => ({
      threshold: threshold.name,
      ...aloneCounts(mask, judged, threshold, changes.touched, failsMoved, overall),
    })),
    unexplained: unexplained.reduce((sum, row) => sum + Number(isTold(row)), 0),
  };
}

/** Counts by client and acceptance with nothing moved: the same for every request under one selection. */
function unmovedCounts(mask: RowMask, { accepted, client }: JudgedRows): Int32Array {
  const known = UNMOVED.get(mask);
  if (known !== undefined) return known;
  const counts = new Int32Array((client.missing + 1) * CELLS);
  for (let row = 0; row < accepted.length; row += 1) {
    if (mask.bits[row] !== 1) continue;
    const cell = (client.codes[row] ?? client.missing) * CELLS + (accepted[row] ?? 0) * CHANGES.length;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  UNMOVED.set(mask, counts);
  return counts;
}
const UNMOVED = new WeakMap<RowMask, Int32Array>();

/** What one threshold does if only it is moved. */
function aloneCounts(
  mask: RowMask,
  judged: JudgedRows,
  { bits }: MovedThreshold,
  touched: Uint32Array,
  failsMoved: Int32Array,
  { n, acceptedBefore }: ThresholdChange,
): ThresholdChange {
  const { accepted, whole, fails } = judged;
  const counts: Record<ChangeCode, number> = { 0: 0, 1: 0, 2: 0, 3: 0 };
  for (const row of touched) {
    const failing = fails[row] ?? 0;
    const moves = (failsMoved[row] ?? 0) & bits;
    // Neither a new failure of its own, nor an old one that could go.
    if (((failing & bits) | moves) === 0 || mask.bits[row] !== 1) continue;
    counts[changeOf(accepted[row] === 1, whole[row] === 1, reasonOf(judged, row), failing, bits, moves)] += 1;
  }
  const { [CHANGE_CODE.lost]: lost, [CHANGE_CODE.won]: won, [CHANGE_CODE.undecided]: undecided } = counts;
  return { n, acceptedBefore, acceptedAfter: acceptedBefore - lost + won, lost, won, undecided };
}

function reasonOf({ code, reasons }: JudgedRows, row: number): number {
  return reasons[code.codes[row] ?? code.missing] ?? 0;
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
