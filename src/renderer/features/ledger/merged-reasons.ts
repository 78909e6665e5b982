/** Rejects by reason of several imports together, most first. */
export function mergedReasons(
  runs: readonly { readonly rejectsByReason: readonly { readonly reason: string; readonly count: number }[] }[],
): readonly { readonly reason: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { rejectsByReason } of runs)
    for (const { reason, count } of rejectsByReason) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((left, right) => right.count - left.count || left.reason.localeCompare(right.reason));
}
