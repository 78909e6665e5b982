import type { ColumnDifference } from '../../../../shared/contract/aggregate.ts';
import { cliffsDelta } from '../../../../shared/statistics/cliffs-delta.ts';
import { mannWhitney } from '../../../../shared/statistics/mann-whitney.ts';
import type { NumberColumn } from '../../../engine/columns/coded-column.ts';
import { planBins, type BinPlan } from '../../profile/bin-plan.ts';
import type { ValueCounts } from './compared-rows.ts';
import type { Finding } from './finding.ts';
import { tableDifference } from './table-difference.ts';

/** Outliers beyond these shares of all rows do not widen the bins. */
const OUTER = [0.005, 0.995] as const;

/** A spread is told instead of a height where it is stronger by so much. */
const MUCH_STRONGER = 0.1;

/**
 * How the numbers of the part lie against those of the rest; null where a side has none, or all are the same. As a rule that
 * is whether they are higher or lower, by Cliff's delta. A part from the middle of a column is neither, however apart: there
 * it is how both are spread over the bins, by Cramér's V.
 */
export function numberDifference({ values }: NumberColumn, { part, rest }: ValueCounts): Finding | null {
  const test = mannWhitney(part, rest);
  if (test === null) return null;
  const all = sumOf(part, rest);
  const spread = spreadOf(values, all);
  if (spread.distinct < 2) return null;
  const value = cliffsDelta(test);
  const { nLeft: nPart, nRight: nRest } = test;
  const [medianPart = Number.NaN] = percentiles(values, part, nPart, [0.5]);
  const [medianRest = Number.NaN] = percentiles(values, rest, nRest, [0.5]);
  const [p05 = Number.NaN, p995 = Number.NaN] = percentiles(values, all, nPart + nRest, OUTER);
  const shape = shapeOf(planBins({ ...spread, p05, p995 }), spread.whole, values, part, rest, {
    medianPart,
    medianRest,
  });
  const height: Finding = {
    effect: { kind: 'cliffs-delta', value },
    strength: Math.min(1, Math.abs(value)),
    p: test.p,
    nPart,
    nRest,
    centre: { medianPart, medianRest, meanPart: sum(values, part) / nPart, meanRest: sum(values, rest) / nRest },
    shape,
  };
  const overBins = tableDifference(...barsOf(shape));
  if (overBins === null) return height;
  return overBins.strength > height.strength + MUCH_STRONGER
    ? { ...height, ...overBins, alsoTested: [height.p] }
    : { ...height, alsoTested: [overBins.p] };
}

function barsOf(shape: ColumnDifference['shape']): readonly [readonly number[], readonly number[]] {
  switch (shape.kind) {
    case 'bins':
      return [shape.part, shape.rest];
    case 'values':
      return [shape.values.map(({ part }) => part), shape.values.map(({ rest }) => rest)];
    case 'missing':
      return [[], []];
  }
}

function sumOf(part: Uint32Array, rest: Uint32Array): Uint32Array {
  const all = new Uint32Array(part.length);
  for (let code = 0; code < all.length; code += 1) all[code] = (part[code] ?? 0) + (rest[code] ?? 0);
  return all;
}

function sum(values: Float64Array, counts: Uint32Array): number {
  let total = 0;
  for (let code = 0; code < counts.length; code += 1) total += (values[code] ?? 0) * (counts[code] ?? 0);
  return total;
}

interface Spread {
  readonly min: number;
  readonly max: number;
  readonly distinct: number;
  /** All are whole numbers. */
  readonly whole: boolean;
}

/** Of the values that occur; ascending. */
function spreadOf(values: Float64Array, counts: Uint32Array): Spread {
  let [min, max, distinct, whole] = [Number.NaN, Number.NaN, 0, true];
  for (let code = 0; code < counts.length; code += 1) {
    if (counts[code] === 0) continue;
    max = values[code] ?? 0;
    if (distinct === 0) min = max;
    distinct += 1;
    whole &&= Number.isSafeInteger(max);
  }
  return { min, max, distinct, whole };
}

/**
 * Percentiles, in ascending order of `at`, of `n` values of which each is there `counts` times; interpolated between neighbours,
 * as `quantile_cont` does. All in one look at the counts, which are as many as a column has different values.
 */
function percentiles(values: Float64Array, counts: Uint32Array, n: number, at: readonly number[]): readonly number[] {
  let code = 0;
  let passed = counts[0] ?? 0;
  const valueAt = (rank: number): number => {
    while (passed <= rank && code + 1 < counts.length) {
      code += 1;
      passed += counts[code] ?? 0;
    }
    return values[code] ?? Number.NaN;
  };
  return at.map((share) => {
    const place = share * (n - 1);
    const low = valueAt(Math.floor(place));
    const [lowCode, lowPassed] = [code, passed];
    const high = valueAt(Math.ceil(place));
    // The next percentile may begin where this one did.
    [code, passed] = [lowCode, lowPassed];
    return low + (high - low) * (place - Math.floor(place));
  });
}

function shapeOf(
  plan: BinPlan,
  isWhole: boolean,
  values: Float64Array,
  part: Uint32Array,
  rest: Uint32Array,
  medians: { readonly medianPart: number; readonly medianRest: number },
): ColumnDifference['shape'] {
  if (plan.kind === 'values') return { kind: 'values', values: listed(values, part, rest), others: null };
  const edges = Array.from({ length: plan.bins + 1 }, (_, bin) => plan.from + bin * plan.width);
  return {
    kind: 'bins',
    edges,
    part: binned(edges, values, part),
    rest: binned(edges, values, rest),
    ...medians,
    isWhole,
  };
}

function listed(
  values: Float64Array,
  part: Uint32Array,
  rest: Uint32Array,
): { readonly value: string; readonly part: number; readonly rest: number }[] {
  const found: { readonly value: string; readonly part: number; readonly rest: number }[] = [];
  for (let code = 0; code < part.length; code += 1) {
    const [inPart, inRest] = [part[code] ?? 0, rest[code] ?? 0];
    if (inPart + inRest > 0) found.push({ value: String(values[code]), part: inPart, rest: inRest });
  }
  return found;
}

/** What lies beyond the outermost edges is counted in the outermost bins. */
function binned(edges: readonly number[], values: Float64Array, counts: Uint32Array): number[] {
  const bins = edges.length - 1;
  const sums = Array.from({ length: bins }, () => 0);
  let bin = 0;
  let upper = edges[1] ?? Number.POSITIVE_INFINITY;
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code] ?? 0;
    if (count === 0) continue;
    const value = values[code] ?? 0;
    while (value >= upper && bin + 1 < bins) {
      bin += 1;
      upper = edges[bin + 1] ?? Number.POSITIVE_INFINITY;
    }
    sums[bin] = (sums[bin] ?? 0) + count;
  }
  return sums;
}
