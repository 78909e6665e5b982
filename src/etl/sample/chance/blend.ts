/**
 * Joins two independent chances into one: evenly spread from 0 to 1 again, and the likelier alike the more `weight`
 * (from 0.5 up to, not including, 1) the first one has. It is the distribution function of the weighted sum.
 */
export function blend(first: number, second: number, weight: number): number {
  const rest = 1 - weight;
  const sum = weight * first + rest * second;
  if (sum < rest) return (sum * sum) / (2 * weight * rest);
  if (sum <= weight) return (sum - rest / 2) / weight;
  return 1 - ((1 - sum) * (1 - sum)) / (2 * weight * rest);
}
