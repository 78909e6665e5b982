import type { TimeAt } from '../../../../shared/dashboards/times-answers.ts';
import type { TrendStep } from '../../../../shared/dashboards/times-trend.ts';

const DAY = 86_400_000;
const HOURS = 24;
/** A longer time is shown without its gaps. */
const MOST_POINTS = 5000;

/** The points with those between them where nothing was, so that a gap is seen as wide as it is. */
export function withGaps(points: readonly TimeAt[], step: TrendStep): readonly TimeAt[] {
  const known = new Map(points.map((point) => [placeOf(point, step), point]));
  const places = [...known.keys()].filter(Number.isFinite);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (places.length === 0 || last - first >= MOST_POINTS) return points;
  return Array.from({ length: last - first + 1 }, (_, index) => known.get(first + index) ?? gapAt(first + index, step));
}

/** Days or hours since 1970 on the clock of the log. */
function placeOf({ day, hour }: TimeAt, step: TrendStep): number {
  const days = day === null ? Number.NaN : Date.parse(`${day}T00:00Z`) / DAY;
  return step === 'day' ? days : days * HOURS + (hour ?? 0);
}

function gapAt(place: number, step: TrendStep): TimeAt {
  const days = step === 'day' ? place : Math.floor(place / HOURS);
  return {
    day: new Date(days * DAY).toISOString().slice(0, 10),
    hour: step === 'day' ? null : place - days * HOURS,
    n: 0,
    p50: null,
    p95: null,
  };
}
