/** Where the bars of a histogram lie. `last` is the greatest value that the last bin holds. */
export type BinPlan =
  | { readonly kind: 'values' }
  | {
      readonly kind: 'bins';
      readonly from: number;
      readonly width: number;
      readonly bins: number;
      readonly last: number;
    };

/** What decides the bars: bounds and outer percentiles (p0.5, p99.5), distinct values and whether all are whole numbers. */
export interface BinBasis {
  readonly min: number;
  readonly max: number;
  readonly p05: number;
  readonly p995: number;
  readonly distinct: number;
  readonly whole: boolean;
}

const MOST_VALUE_BARS = 32;
const BINS = 24;

/** Bins of whole numbers are whole numbers wide: otherwise some hold one number more than others, a comb that is not in the data. */
function wholeBins(low: number, high: number): BinPlan {
  const from = Math.floor(low);
  const width = Math.ceil((Math.ceil(high) - from + 1) / BINS);
  const bins = Math.ceil((Math.ceil(high) - from + 1) / width);
  return { kind: 'bins', from, width, bins, last: from + bins * width - 1 };
}

/**
 * One bar per value for few whole numbers; otherwise about 24 equal bins from the 0.5th to the 99.5th percentile, so that
 * one outlier does not press all the rest into a single bar.
 */
export function planBins({ min, max, p05, p995, distinct, whole }: BinBasis): BinPlan {
  if (distinct === 1 || (whole && distinct <= MOST_VALUE_BARS)) return { kind: 'values' };
  for (const [low, high] of [
    [p05, p995],
    [min, max],
  ] as const) {
    if (whole && high > low && Number.isSafeInteger(2 * min) && Number.isSafeInteger(2 * max))
      return wholeBins(low, high);
    const width = (high - low) / BINS;
    if (low + width > low && high - width < high) return { kind: 'bins', from: low, width, bins: BINS, last: high };
  }
  // So close together that floating point knows no value between the bins: there are only a few values.
  return { kind: 'values' };
}
