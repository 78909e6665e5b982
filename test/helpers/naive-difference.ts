import type { ColumnDifference } from '../../src/shared/contract/aggregate.ts';
import { chiSquareBeyond } from '../../src/shared/statistics/chi-square.ts';
import { normalTwoSided } from '../../src/shared/statistics/normal-distribution.ts';
import { withRarePooled } from '../../src/main/services/dashboards/explain/rare-values.ts';

type Cell = string | number | boolean | null;
type Told = Pick<ColumnDifference, 'nPart' | 'nRest' | 'centre' | 'shape'> & {
  readonly effect: number;
  readonly p: number;
  readonly alsoTested: readonly number[];
};

const NOTHING = { effect: Number.NaN, p: Number.NaN, nPart: 0, nRest: 0 };

/**
 * A difference told a second time from the cells themselves. Taken from `told` are only the edges of bins and which texts are
 * listed; the medians of a shape must be those of the centre.
 */
export function naiveDifference(part: readonly Cell[], rest: readonly Cell[], told: ColumnDifference): Told {
  if (told.of === 'missing') {
    const tell = (cell: Cell): string => String(cell === null);
    const [absentPart, absentRest] = [part, rest].map((side) => side.filter((cell) => cell === null).length);
    return {
      ...(tableOf(part.map(tell), rest.map(tell)) ?? NOTHING),
      centre: null,
      alsoTested: [],
      shape: { kind: 'missing', part: absentPart ?? 0, rest: absentRest ?? 0 },
    };
  }
  const [left, right] = [part.filter((cell) => cell !== null), rest.filter((cell) => cell !== null)];
  if (told.centre === null)
    return {
      ...(tableOf(left.map(String), right.map(String)) ?? NOTHING),
      centre: null,
      alsoTested: [],
      shape: recounted(told, left, right),
    };
  const [x, y] = [left.map(Number), right.map(Number)];
  const [height, spread] = [ranksOf(x, y), tableOf(...barsOf(told, x, y))];
  const [chosen, other] = told.effect.kind === 'cramers-v' ? [spread ?? NOTHING, height] : [height, spread];
  return {
    ...chosen,
    nPart: x.length,
    nRest: y.length,
    alsoTested: other === null ? [] : [other.p],
    centre: { medianPart: median(x), medianRest: median(y), meanPart: mean(x), meanRest: mean(y) },
    shape: recounted(told, left, right),
  };
}

/** The bar of the shape that each number stands in, by name. */
function barsOf({ shape }: ColumnDifference, x: readonly number[], y: readonly number[]): [string[], string[]] {
  if (shape.kind !== 'bins') return [x.map(String), y.map(String)];
  const inner = shape.edges.slice(1, -1);
  const barOf = (value: number): string => String(inner.filter((edge) => value >= edge).length);
  return [x.map(barOf), y.map(barOf)];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
}

/** Delta over all pairs, and the test by mean ranks. */
function ranksOf(x: readonly number[], y: readonly number[]): Omit<Told, 'centre' | 'shape' | 'alsoTested'> {
  let sign = 0;
  for (const one of x) for (const other of y) sign += Math.sign(one - other);
  const sorted = [...x, ...y].toSorted((a, b) => a - b);
  const ranks = new Map<number, { sum: number; n: number }>();
  for (const [index, value] of sorted.entries()) {
    const { sum, n } = ranks.get(value) ?? { sum: 0, n: 0 };
    ranks.set(value, { sum: sum + index + 1, n: n + 1 });
  }
  const [n, m] = [x.length, y.length];
  const total = n + m;
  const rankSum = x.reduce((sum, value) => sum + (ranks.get(value)?.sum ?? 0) / (ranks.get(value)?.n ?? 1), 0);
  const ties = [...ranks.values()].reduce((sum, { n: tied }) => sum + tied ** 3 - tied, 0);
  const deviation = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))));
  const distance = Math.max(0, Math.abs(rankSum - (n * (total + 1)) / 2) - 0.5);
  return { effect: sign / (n * m), p: normalTwoSided(distance / deviation), nPart: n, nRest: m };
}

/** Pearson's statistic from the expected count of every cell, and V by Bergsma's formula. */
function tableOf(
  part: readonly string[],
  rest: readonly string[],
): Omit<Told, 'centre' | 'shape' | 'alsoTested'> | null {
  const categories = [...new Set([...part, ...rest])].toSorted();
  const count = (side: readonly string[], category: string): number => side.filter((one) => one === category).length;
  const table = withRarePooled(
    categories.map((category) => count(part, category)),
    categories.map((category) => count(rest, category)),
  );
  const n = part.length + rest.length;
  let statistic = 0;
  for (const [at, inPart] of table.part.entries()) {
    const inRest = table.rest[at] ?? 0;
    for (const [found, side] of [
      [inPart, part.length],
      [inRest, rest.length],
    ] as const) {
      const expected = ((inPart + inRest) * side) / n;
      if (expected > 0) statistic += (found - expected) ** 2 / expected;
    }
  }
  const columns = table.part.filter((inPart, at) => inPart + (table.rest[at] ?? 0) > 0).length;
  if (columns < 2) return null;
  const square = Math.max(0, statistic / n - (columns - 1) / (n - 1));
  const least = Math.min(columns - (columns - 1) ** 2 / (n - 1), 2 - 1 / (n - 1)) - 1;
  return {
    effect: Math.min(1, Math.sqrt(square / least)),
    p: chiSquareBeyond(statistic, columns - 1),
    nPart: part.length,
    nRest: rest.length,
  };
}

function recounted({ shape, centre }: ColumnDifference, left: readonly Cell[], right: readonly Cell[]): typeof shape {
  if (shape.kind === 'missing') return shape;
  if (shape.kind === 'values') {
    const of = (side: readonly Cell[], value: string | null): number =>
      side.filter((cell) => String(cell) === value).length;
    const all = new Set([...left, ...right].map(String));
    const values = shape.values.map(({ value }) => ({ value, part: of(left, value), rest: of(right, value) }));
    const listed = (side: 'part' | 'rest'): number => values.reduce((sum, one) => sum + one[side], 0);
    const others =
      all.size === values.length
        ? null
        : { values: all.size - values.length, part: left.length - listed('part'), rest: right.length - listed('rest') };
    return { kind: 'values', values, others };
  }
  const { edges } = shape;
  const last = edges.length - 2;
  const inBin = (side: readonly Cell[], bin: number): number =>
    side.filter((cell) => {
      const value = Number(cell);
      return (bin === 0 || value >= (edges[bin] ?? 0)) && (bin === last || value < (edges[bin + 1] ?? 0));
    }).length;
  const bins = Array.from({ length: last + 1 }, (_, bin) => bin);
  return {
    kind: 'bins',
    edges,
    part: bins.map((bin) => inBin(left, bin)),
    rest: bins.map((bin) => inBin(right, bin)),
    medianPart: centre?.medianPart ?? null,
    medianRest: centre?.medianRest ?? null,
    isWhole: [...left, ...right].every((cell) => Number.isInteger(cell)),
  };
}
