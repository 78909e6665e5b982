import type { ColumnProfile, Histogram, NumberDetail } from '../../src/shared/contract/profile.ts';
import { planBins, type BinPlan } from '../../src/main/services/profile/bin-plan.ts';

/** A type 7 percentile of ascending values. */
function percentile(ascending: readonly number[], share: number): number {
  const rank = (ascending.length - 1) * share;
  const [low, high] = [ascending[Math.floor(rank)] ?? Number.NaN, ascending[Math.ceil(rank)] ?? Number.NaN];
  return low + (high - low) * (rank - Math.floor(rank));
}

/** A text column counted the plain way: values most frequent first, ties in byte order. */
export function recountTexts(present: readonly string[]): Pick<ColumnProfile, 'distinct' | 'detail'> {
  const counted = [...Map.groupBy(present, (value) => value)]
    .map(([value, group]) => ({ value, count: group.length, share: group.length / present.length }))
    .toSorted(
      (left, right) => right.count - left.count || Buffer.compare(Buffer.from(left.value), Buffer.from(right.value)),
    );
  const others = counted.slice(10);
  const lengths = present.map((value) => Array.from(value).length);
  return {
    distinct: counted.length,
    detail: {
      kind: 'category',
      top: counted.slice(0, 10),
      other: { distinct: others.length, count: others.reduce((sum, { count }) => sum + count, 0) },
      length: present.length === 0 ? null : { shortest: Math.min(...lengths), longest: Math.max(...lengths) },
    },
  };
}

function countBars(plan: BinPlan, finite: readonly number[]): Histogram {
  if (plan.kind === 'values') {
    const bars = [...Map.groupBy(finite, (value) => value)].map(([value, group]) => ({ value, count: group.length }));
    return { kind: 'values', bars: bars.toSorted((left, right) => left.value - right.value) };
  }
  const counts = Array.from({ length: plan.bins }, () => 0);
  for (const value of finite.filter((inside) => inside >= plan.from && inside <= plan.last)) {
    const bin = Math.min(Math.floor((value - plan.from) / plan.width), plan.bins - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return {
    kind: 'bins',
    from: plan.from,
    width: plan.width,
    counts,
    below: finite.filter((value) => value < plan.from).length,
    above: finite.filter((value) => value > plan.last).length,
  };
}

function spread(finite: readonly number[]): NumberDetail['spread'] {
  const n = finite.length;
  const [min, max] = [finite[0] ?? Number.NaN, finite[n - 1] ?? Number.NaN];
  const equal = min === max;
  const mean = equal ? min : finite.reduce((sum, value) => sum + value, 0) / n;
  const about = (power: number): number => finite.reduce((sum, value) => sum + (value - mean) ** power, 0) / n;
  const [p25, p75] = [percentile(finite, 0.25), percentile(finite, 0.75)];
  const plan = planBins({
    min,
    max,
    p05: percentile(finite, 0.005),
    p995: percentile(finite, 0.995),
    distinct: new Set(finite).size,
    whole: finite.every(Number.isInteger),
  });
  return {
    mean,
    sd: n < 2 ? null : Math.sqrt((about(2) * n) / (n - 1)),
    min,
    p5: percentile(finite, 0.05),
    p25,
    p50: percentile(finite, 0.5),
    p75,
    p95: percentile(finite, 0.95),
    max,
    skewness: n < 3 || equal ? null : (about(3) / about(2) ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2)),
    farOut: finite.filter((value) => value < p25 - 3 * (p75 - p25) || value > p75 + 3 * (p75 - p25)).length,
    histogram: countBars(plan, finite),
  };
}

/** A number column summed up the plain way from its values that are present, to hold the profile's answer against. */
export function recountNumbers(present: readonly number[]): Omit<NumberDetail, 'zeroMeansNotExecuted'> {
  const finite = present.filter((value) => Math.abs(value) <= 1e75).toSorted((left, right) => left - right);
  return {
    kind: 'number',
    finite: finite.length,
    infinite: present.length - finite.length,
    zeros: finite.filter((value) => value === 0).length,
    negatives: finite.filter((value) => value < 0).length,
    spread: finite.length === 0 ? null : spread(finite),
  };
}
