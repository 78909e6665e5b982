/**
 * p values adjusted for how many there are, in the order given: refusing those under 0.05 keeps the share of wrong refusals
 * under 5 %. Source: Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57:289-300.
 */
export function benjaminiHochberg(values: readonly number[]): number[] {
  const adjusted = values.map(() => 1);
  const descending = values.map((p, at) => ({ p, at })).toSorted((left, right) => right.p - left.p);
  let least = 1;
  for (const [place, { p, at }] of descending.entries()) {
    least = Math.min(least, p * (values.length / (values.length - place)));
    adjusted[at] = least;
  }
  return adjusted;
}
