import type { Measure } from '../../../shared/contract/aggregate.ts';
import {
  countedDeviation,
  countedExtremes,
  countedPercentiles,
  countedTotal,
  type CountedTotal,
} from '../../../shared/statistics/counted-values.ts';
import { steady } from '../../../shared/statistics/steady.ts';
import { isTooFarOut } from '../../../etl/dashboards/measure-sql.ts';
import type { RowCells } from '../../engine/columns/row-cells.ts';
import type { MeasureParts } from './measure-parts.ts';

/** Figures of every group, by measure. */
export type GroupAnswers = Map<Measure, readonly (number | null)[]>;

/** Values of a group under a condition: how often each is there. */
export interface Spread {
  readonly values: Float64Array;
  readonly counts: Uint32Array;
  /** How many values there are, where that is known and nothing else of their total is asked. */
  readonly n: number | null;
}

export const NO_SPREAD: Spread = { values: new Float64Array(0), counts: new Uint32Array(0), n: 0 };

/** The figures of each group that has rows by `sizes`. `spreadOf` gives the values of some of its cells, those that meet a condition. */
export function eachGroup(
  { cells, groups, groupOf, holds }: RowCells,
  wheres: readonly string[],
  parts: readonly MeasureParts[],
  sizes: readonly number[],
  spreadOf: (cells: readonly number[], where: string | null, rows: number) => Spread,
): GroupAnswers {
  const cellsOf: number[][] = Array.from({ length: groups }, () => []);
  for (let cell = 0; cell < cells; cell += 1) cellsOf[groupOf[cell] ?? 0]?.push(cell);
  const answers = new Map(
    parts.map(({ measure }) => [measure, Array.from<number | null>({ length: groups })] as const),
  );
  for (const [where, some] of Map.groupBy(parts, (part) => part.where)) {
    const bit = where === null ? 0 : 1 << wheres.indexOf(where);
    const percentiles = some.flatMap(({ measure }) => (measure.kind === 'percentile' ? [measure.at] : []));
    for (let group = 0; group < groups; group += 1) {
      if (sizes[group] === 0 && groups > 1) continue;
      const chosen = (cellsOf[group] ?? []).filter((cell) => ((holds[cell] ?? 0) & bit) === bit);
      const spread = spreadOf(chosen, where, sizes[group] ?? 0);
      const total = spread.n === null ? countedTotal(spread.values, spread.counts) : { n: spread.n, sum: 0 };
      const found = countedPercentiles(spread.values, spread.counts, total.n, percentiles);
      for (const { measure } of some) {
        const answer = answers.get(measure);
        if (answer !== undefined) answer[group] = figureOf(measure, spread, total, found, percentiles);
      }
    }
  }
  return answers;
}

function figureOf(
  measure: Measure,
  { values, counts }: Spread,
  { n, sum }: CountedTotal,
  found: readonly (number | null)[],
  percentiles: readonly number[],
): number | null {
  switch (measure.kind) {
    case 'count':
    case 'distinct':
      throw new Error(`${measure.kind} is not a figure of counted values`);
    case 'present':
      return n;
    case 'minimum':
      return countedExtremes(values, counts)?.[0] ?? null;
    case 'maximum':
      return countedExtremes(values, counts)?.[1] ?? null;
    case 'mean':
      return n === 0 ? null : steady(sum / n);
    case 'sum':
      return n === 0 ? null : sum;
    case 'deviation':
      return steady(countedDeviation(values, counts, { n, sum }));
    case 'percentile':
      return isTooFarOut(measure.at, n) ? null : steady(found[percentiles.indexOf(measure.at)] ?? null);
  }
}
