import type { Histogram } from '../../../shared/contract/profile.ts';
import type { LensRow } from '../../engine/lens-reader.ts';
import type { BinPlan } from './bin-plan.ts';
import type { Quantiles } from './number-quantiles.ts';
import type { Branch, ProfileRun } from './profile-run.ts';
import { DOUBLE, measuredValues } from './profile-sql.ts';
import type { ProfiledColumn } from './profiled-column.ts';
import { numberOf } from './row-values.ts';

/** A column's bars to count, and what its values are compared with. */
export interface ShapeRequest {
  readonly plan: BinPlan;
  readonly n: number;
  readonly mean: number;
  readonly quantiles: Quantiles;
}

/** How the values lie about their mean. `sd` is of the sample. */
export interface Shape {
  readonly sd: number | null;
  readonly skewness: number | null;
  readonly farOut: number;
  readonly histogram: Histogram;
}

/** Tukey's outer fence, in interquartile ranges from the quartiles. */
const OUTER_FENCE = 3;

function barsQuery(column: ProfiledColumn, { plan, mean, quantiles }: ShapeRequest): Branch {
  const bar =
    plan.kind === 'values'
      ? 'value'
      : `CASE WHEN value < ${DOUBLE} THEN -1 WHEN value > ${DOUBLE} THEN ${plan.bins}
          ELSE least(floor((value - ${DOUBLE}) / ${DOUBLE}), ${plan.bins - 1}) END`;
  const edges = plan.kind === 'values' ? [] : [plan.from, plan.last, plan.from, plan.width];
  const fence = OUTER_FENCE * (quantiles.p75 - quantiles.p25);
  return {
    sql: `SELECT bar, count(*) AS n, count_if(far) AS far, sum(off * off) AS squares, sum(off * off * off) AS cubes
      FROM (SELECT ${bar} AS bar, value - ${DOUBLE} AS off, value NOT BETWEEN ${DOUBLE} AND ${DOUBLE} AS far
        FROM (${measuredValues(column)})) GROUP BY bar`,
    parameters: [...edges, mean, quantiles.p25 - fence, quantiles.p75 + fence].map(String),
  };
}

/** Adjusted Fisher-Pearson skewness. */
function skewnessOf(n: number, squares: number, cubes: number): number | null {
  const deviation = Math.sqrt(squares / n);
  if (n < 3 || deviation === 0) return null;
  const skewness = (cubes / n / deviation / deviation / deviation) * (Math.sqrt(n * (n - 1)) / (n - 2));
  return Number.isFinite(skewness) ? skewness : null;
}

function histogramOf(plan: BinPlan, bars: readonly LensRow[]): Histogram {
  if (plan.kind === 'values') {
    const ascending = bars.toSorted((left, right) => numberOf(left, 'bar') - numberOf(right, 'bar'));
    return {
      kind: 'values',
      bars: ascending.map((row) => ({ value: numberOf(row, 'bar'), count: numberOf(row, 'n') })),
    };
  }
  const counts = new Map(bars.map((row) => [numberOf(row, 'bar'), numberOf(row, 'n')]));
  return {
    kind: 'bins',
    from: plan.from,
    width: plan.width,
    counts: Array.from({ length: plan.bins }, (_, bin) => counts.get(bin) ?? 0),
    below: counts.get(-1) ?? 0,
    above: counts.get(plan.bins) ?? 0,
  };
}

/** The bars and moments of every column; `null` where there is nothing to count. */
export async function measureShapes(
  columns: readonly ProfiledColumn[],
  requests: readonly (ShapeRequest | null)[],
  run: ProfileRun,
): Promise<readonly (Shape | null)[]> {
  const answers = await run.read(columns, (column, index) => {
    const request = requests[index] ?? null;
    return request === null ? null : barsQuery(column, request);
  });
  return requests.map((request, index) => {
    if (request === null) return null;
    const bars = answers[index] ?? [];
    const sum = (name: string): number => bars.reduce((total, row) => total + numberOf(row, name), 0);
    const [n, squares] = [request.n, sum('squares')];
    return {
      sd: n < 2 ? null : Math.sqrt(squares / (n - 1)),
      skewness: skewnessOf(n, squares, sum('cubes')),
      farOut: sum('far'),
      histogram: histogramOf(request.plan, bars),
    };
  });
}
