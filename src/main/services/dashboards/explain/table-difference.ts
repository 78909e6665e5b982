import { chiSquareOfGroups } from '../../../../shared/statistics/chi-square.ts';
import { cramersV, evenCramersV } from '../../../../shared/statistics/cramers-v.ts';
import { deltaOfCramersV } from '../../../../shared/statistics/effect-strength.ts';
import type { Finding } from './finding.ts';
import { withRarePooled } from './rare-values.ts';

/** How two sides are spread over the same categories; null where a side is empty, or too small to tell. */
export function tableDifference(
  part: readonly number[],
  rest: readonly number[],
): Omit<Finding, 'centre' | 'shape'> | null {
  const pooled = withRarePooled(part, rest);
  const test = chiSquareOfGroups(pooled.part, pooled.rest);
  if (test === null || test.degrees === 0) return null;
  return {
    effect: { kind: 'cramers-v', value: cramersV(test) },
    strength: deltaOfCramersV(evenCramersV(pooled.part, pooled.rest)),
    p: test.p,
    nPart: part.reduce((sum, count) => sum + count, 0),
    nRest: rest.reduce((sum, count) => sum + count, 0),
  };
}
