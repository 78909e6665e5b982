const STEADY_DIGITS = 10;

/** A computed fraction to ten significant digits: those after them hold the noise of interpolation and of the order of sums. */
export function steady(value: number | null): number | null {
  return value === null || Number.isInteger(value) ? value : Number(value.toPrecision(STEADY_DIGITS));
}
