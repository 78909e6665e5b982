import type { NumberDetail, Spread } from '../../../shared/contract/profile.ts';
import { planBins } from './bin-plan.ts';
import { countNumbers, type NumberCounts } from './number-counts.ts';
import { readQuantiles, type Quantiles } from './number-quantiles.ts';
import { measureShapes, type Shape, type ShapeRequest } from './number-shapes.ts';
import type { Summary } from './profile-categories.ts';
import type { ProfileRun } from './profile-run.ts';
import type { ProfiledColumn } from './profiled-column.ts';

/** Branches of statements that profiling a number takes. */
export const NUMBER_PASSES = 3;

function spreadOf(counts: NumberCounts, quantiles: Quantiles | null, shape: Shape | null): Spread | null {
  if (counts.range === null || quantiles === null || shape === null) return null;
  const { p5, p25, p50, p75, p95 } = quantiles;
  const { min, max, mean } = counts.range;
  return { mean, min, p5, p25, p50, p75, p95, max, ...shape };
}

/**
 * Counts, percentiles, moments and a histogram of every number column: three passes, because the percentiles need the
 * counts and the bars need the percentiles.
 */
export async function profileNumbers(
  columns: readonly ProfiledColumn[],
  run: ProfileRun,
): Promise<readonly Summary<NumberDetail>[]> {
  const counts = await countNumbers(columns, run);
  const quantiles = await readQuantiles(columns, counts, run);
  const requests = columns.map((_, index): ShapeRequest | null => {
    const [counted, found] = [counts[index], quantiles[index]];
    if (!counted?.range || !found) return null;
    const plan = planBins({ ...counted.range, ...found });
    return { plan, n: counted.finite, mean: counted.range.mean, quantiles: found };
  });
  const shapes = await measureShapes(columns, requests, run);
  return counts.map((counted, index) => ({
    missing: counted.missing,
    distinct: counted.distinct,
    detail: {
      kind: 'number',
      finite: counted.finite,
      infinite: counted.infinite,
      zeros: counted.zeros,
      negatives: counted.negatives,
      zeroMeansNotExecuted: columns[index]?.zeroMeansNotExecuted ?? false,
      spread: spreadOf(counted, quantiles[index] ?? null, shapes[index] ?? null),
    },
  }));
}
