/** Bins of equal width; the first begins at `from`. */
export interface BinEdges {
  readonly from: number;
  readonly width: number;
  readonly bins: number;
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10] as const;
/** Edges are rounded to so many digits: a tenth has none that is exact. */
const DIGITS = 12;
/** Under it, numbers lose their digits. */
const LEAST_SPAN = 1e-290;
/** A step of ten times the span is reached long before. */
const MOST_POWERS = 4;

/** Edges on round numbers for at most so many bins from `low` to `high`; of whole numbers, no bin is narrower than one. */
export function roundBinEdges(low: number, high: number, bins: number, areWhole: boolean): BinEdges {
  const span = high - low;
  // A span that the ends are too large to be told apart in has no round edges either.
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (!(span > Math.max(largest * 10 ** (2 - DIGITS), LEAST_SPAN)) || !Number.isFinite(span))
    return { from: low, width: areWhole ? 1 : Math.max(span, largest || 1), bins: 1 };
  const power = Math.max(Math.floor(Math.log10(span / bins)), areWhole ? 0 : -Infinity);
  for (let exponent = power; exponent <= power + MOST_POWERS; exponent += 1) {
    for (const step of ROUND_STEPS) {
      const width = Number((step * 10 ** exponent).toPrecision(DIGITS));
      if (areWhole && width !== Math.round(width)) continue;
      const from = Number((Math.floor(low / width) * width).toPrecision(DIGITS));
      const needed = Math.floor((high - from) / width) + 1;
      if (needed <= bins) return { from, width, bins: needed };
    }
  }
  return { from: low, width: span / bins, bins };
}

/** The bin of a value; those beyond the edges are in the outermost bins. */
export function binOf(value: number, { from, width, bins }: BinEdges): number {
  return Math.min(Math.max(Math.floor((value - from) / width), 0), bins - 1);
}

/** The lower edge of a bin. */
export function lowerEdge({ from, width }: BinEdges, bin: number): number {
  return from + bin * width;
}
