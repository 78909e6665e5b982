import type { ScoreLimits } from '../../../../../shared/dashboards/quality-findings.ts';
import type { MeasureAxis, QualityMeasure } from '../../../../../shared/dashboards/quality-measures.ts';

/** Limits that are not those of the catalogue, by the name of the threshold. */
export type MovedLimits = Readonly<Record<string, ScoreLimits>>;

/** The limits of a measure, moved or not. */
export function limitsNow(moved: MovedLimits, { threshold }: QualityMeasure, known: ScoreLimits): ScoreLimits {
  return moved[threshold] ?? known;
}

/** The limits with those of one measure set; the catalogue's own are no move. */
export function withLimits(
  moved: MovedLimits,
  { threshold }: QualityMeasure,
  known: ScoreLimits,
  next: ScoreLimits,
): MovedLimits {
  const { [threshold]: _, ...others } = moved;
  return next.least === known.least && next.most === known.most ? others : { ...others, [threshold]: next };
}

/**
 * A limit as a place on the axis, and back. At the end of the axis there is no limit, so that scores beyond it pass too.
 * A side on which the catalogue has no limit has none.
 */
export function limitAt(axis: MeasureAxis, side: keyof ScoreLimits, place: number): number | null {
  const end = side === 'least' ? axis.from : axis.to;
  const value = Number(Math.min(axis.to, Math.max(axis.from, place)).toFixed(axis.digits));
  return value === end ? null : value;
}

/** Where a limit stands on the axis. */
export function placeOf(axis: MeasureAxis, side: keyof ScoreLimits, limit: number | null): number {
  return limit ?? (side === 'least' ? axis.from : axis.to);
}
