/** Spearman's rank correlation of two series of the same length, ties by mean rank; null under three pairs or without spread. */
export function rankCorrelation(left: readonly number[], right: readonly number[]): number | null {
  if (left.length < 3 || left.length !== right.length) return null;
  const [x, y] = [ranks(left), ranks(right)];
  const middle = (left.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [index, rank] of x.entries()) {
    const [dx, dy] = [rank - middle, (y[index] ?? middle) - middle];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}

function ranks(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((left, right) => left - right);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}
