import { useMemo } from 'react';
import { z } from 'zod';
import { IMAGE_SIDES, QUALITY_MEASURES, type QualityMeasure } from '../../../../shared/dashboards/quality-measures.ts';
import { useKeptState } from '../../../state/use-kept-state.ts';
import { useDashboard } from '../dashboard-context.ts';
import type { MovedLimits } from './explorer/moved-limits.ts';
import type { PickedMeasure } from './scores-bar.tsx';

const limit = z.number().nullable();
const Kept = z.object({
  measure: z.string(),
  side: z.enum(IMAGE_SIDES),
  moved: z.record(z.string(), z.object({ least: limit, most: limit })),
});
type Kept = z.infer<typeof Kept>;

/** What is looked at closer, and which limits are moved: kept, so that they are there on coming back from the rows. */
export interface QualityView {
  readonly picked: PickedMeasure;
  readonly moved: MovedLimits;
  readonly pick: (picked: PickedMeasure) => void;
  readonly move: (moved: MovedLimits) => void;
}

export function useQualityView(first: QualityMeasure): QualityView {
  const { workspace } = useDashboard();
  const initial = useMemo((): Kept => ({ measure: first.name, side: 'near', moved: {} }), [first]);
  const [kept, keep] = useKeptState(`quality ${workspace}`, initial, parseKept);
  return useMemo(
    () => ({
      picked: { measure: QUALITY_MEASURES.find(({ name }) => name === kept.measure) ?? first, side: kept.side },
      moved: kept.moved,
      pick: ({ measure, side }) => keep({ ...kept, measure: measure.name, side }),
      move: (moved) => keep({ ...kept, moved: { ...moved } }),
    }),
    [kept, keep, first],
  );
}

/** Limits of thresholds that there no longer are are forgotten. */
function parseKept(json: unknown): Kept | null {
  const parsed = Kept.safeParse(json);
  if (!parsed.success) return null;
  const known = new Set(QUALITY_MEASURES.map(({ threshold }) => threshold));
  const moved = Object.entries(parsed.data.moved).filter(([name]) => known.has(name));
  return { ...parsed.data, moved: Object.fromEntries(moved) };
}
