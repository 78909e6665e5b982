/** Up to here the power series of erf is exact to the last digits; beyond, its complement needs the continued fraction. */
const SERIES_UP_TO = 2;
const FRACTION_TERMS = 120;

/**
 * Complementary error function of a number not below 0, with a relative error under 1e-13 until it underflows.
 * Source: Abramowitz & Stegun 1964, 7.1.6 (series) and 7.1.14 (continued fraction).
 */
function complementaryError(x: number): number {
  if (x < SERIES_UP_TO) return 1 - errorSeries(x);
  let fraction = x;
  for (let term = FRACTION_TERMS; term >= 1; term -= 1) fraction = x + term / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}

function errorSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * Number.EPSILON * 0.1; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** Probability that a standard normal variable lies farther from 0 than `z` does, on either side. */
export function normalTwoSided(z: number): number {
  return complementaryError(Math.abs(z) / Math.SQRT2);
}

/** Probability that a standard normal variable is at most `z`. */
export function normalCumulative(z: number): number {
  const beyond = normalTwoSided(z) / 2;
  return z < 0 ? beyond : 1 - beyond;
}
