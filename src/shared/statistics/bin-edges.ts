/** Bins of equal width; the first begins at `from`. */
export interface BinEdges {
  readonly from: number;
  readonly width: number;
  readonly bins: number;
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10] as const;
/** So many steps at most are tried before the next power of ten. */
const DIGITS = 12;

/** Edges on round numbers for at most so many bins from `low` to `high`; of whole numbers, no bin is narrower than one. */
export function roundBinEdges(low: number, high: number, bins: number, areWhole: boolean): BinEdges {
  const least = areWhole ? 1 : Number.MIN_VALUE;
  const span = high - low;
  if (!(span > 0)) return { from: low, width: areWhole ? 1 : Math.abs(low) || 1, bins: 1 };
  const power = Math.floor(Math.log10(span / bins));
  for (let exponent = power; ; exponent += 1) {
    for (const step of ROUND_STEPS) {
      const width = Number((step * 10 ** exponent).toPrecision(DIGITS));
      if (width < least || (areWhole && width !== Math.round(width))) continue;
      const from = Number((Math.floor(low / width) * width).toPrecision(DIGITS));
      const needed = Math.floor((high - from) / width) + 1;
      if (needed <= bins) return { from, width, bins: needed };
    }
  }
}

/** The bin of a value; those beyond the edges are in the outermost bins. */
export function binOf(value: number, { from, width, bins }: BinEdges): number {
  return Math.min(Math.max(Math.floor((value - from) / width), 0), bins - 1);
}

/** The lower edge of a bin. */
export function lowerEdge({ from, width }: BinEdges, bin: number): number {
  return from + bin * width;
}
