/** Points of a quantile function: probability from 0 to 1, and the value below which that share lies. Both rise. */
export type Knots = readonly (readonly [probability: number, value: number])[];

/** A distribution as a function from a probability to a value. */
export type Quantile = (probability: number) => number;

/**
 * The quantile function that joins the knots by straight lines. Tables stand in for formulas here, because the last bit
 * of `Math.log` or `Math.exp` may differ between machines and the sample must not.
 */
export function quantile(knots: Knots): Quantile {
  const probabilities = Float64Array.from(knots, ([probability]) => probability);
  const values = Float64Array.from(knots, ([, value]) => value);
  const last = knots.length - 1;
  return (probability) => {
    let upper = 1;
    while (upper < last && (probabilities[upper] ?? 1) < probability) upper++;
    const left = probabilities[upper - 1] ?? 0;
    const right = probabilities[upper] ?? 1;
    const low = values[upper - 1] ?? 0;
    const high = values[upper] ?? low;
    return low + ((probability - left) / (right - left)) * (high - low);
  };
}

/** The quantile function of a bar chart: `weights[i]` is the share between `i` and `i + 1`, evenly spread. */
export function weightedQuantile(weights: readonly number[]): Quantile {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  return quantile([
    [0, 0],
    ...weights.map((weight, index): [number, number] => {
      reached += weight;
      return [index === weights.length - 1 ? 1 : reached / total, index + 1];
    }),
  ]);
}
