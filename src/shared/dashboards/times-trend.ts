import { changePoints } from '../statistics/change-points.ts';
import type { ServiceDay, TimeAt } from './times-answers.ts';

/** Figures of a time whose level is watched. */
export const WATCHED_FIGURES = ['p50', 'p95'] as const;
export type WatchedFigure = (typeof WATCHED_FIGURES)[number];

/** Values under which a day or an hour says too little: a 95th percentile rests on a twentieth of them. */
const LEAST_VALUES = { p50: 20, p95: 100 } as const satisfies Record<WatchedFigure, number>;

/** How long a level lasts: three days, or as many hours as make a day, so that night and day are no change. */
const PERSISTENCE = { day: 3, hour: 24 } as const;
export type TrendStep = keyof typeof PERSISTENCE;

/** Change of a level that is worth a word. */
export const LEAST_CHANGE = 0.15;

/** A level that a figure held, from its first point to its last. */
export interface TrendLevel {
  readonly first: TimeAt;
  readonly last: TimeAt;
  readonly level: number;
}

export interface TrendChange {
  readonly figure: WatchedFigure;
  /** The first point of the new level. */
  readonly at: TimeAt;
  readonly before: TrendLevel;
  readonly after: TrendLevel;
  /** Relative: 0.2 is 20 % more. */
  readonly change: number;
}

/** Above its level by this much a single point is worth a word. */
const LEAST_STANDOUT = 0.5;

export interface Trend {
  readonly levels: Readonly<Record<WatchedFigure, readonly TrendLevel[]>>;
  /** In order of time. */
  readonly changes: readonly TrendChange[];
  /** The point of the 95th percentile that is farthest above its level, where it is that at all. */
  readonly standout: { readonly at: TimeAt; readonly value: number; readonly level: number } | null;
  /** Points passed over, for they rest on too few values. */
  readonly passedOver: Readonly<Record<WatchedFigure, number>>;
}

/** The levels that the median and the 95th percentile held over days or hours, and where they changed for good. */
export function trendOf(points: readonly TimeAt[], step: TrendStep): Trend {
  const found = WATCHED_FIGURES.map((figure) => figureTrend(points, figure, step));
  const [p50, p95] = found;
  return {
    levels: { p50: p50?.levels ?? [], p95: p95?.levels ?? [] },
    changes: found
      .flatMap(({ changes }) => changes)
      .toSorted((a, b) => placeOf(a.at) - placeOf(b.at) || a.figure.localeCompare(b.figure)),
    standout: standoutOf(points, p95?.levels ?? []),
    passedOver: { p50: p50?.passedOver ?? 0, p95: p95?.passedOver ?? 0 },
  };
  function placeOf(point: TimeAt): number {
    return points.indexOf(point);
  }
}

function figureTrend(
  points: readonly TimeAt[],
  figure: WatchedFigure,
  step: TrendStep,
): { readonly levels: readonly TrendLevel[]; readonly changes: readonly TrendChange[]; readonly passedOver: number } {
  const told = points.flatMap((point) => {
    const value = point[figure];
    return value === null || value <= 0 || point.n < LEAST_VALUES[figure] ? [] : [{ point, value }];
  });
  const { levels: found } = changePoints(
    told.map(({ value }) => value),
    { minimumEffect: LEAST_CHANGE, persistence: PERSISTENCE[step] },
  );
  const levels = found.flatMap(({ from, to, level }): readonly TrendLevel[] => {
    const [first, last] = [told[from]?.point, told[to - 1]?.point];
    return first === undefined || last === undefined ? [] : [{ first, last, level }];
  });
  const changes = levels.slice(1).flatMap((after, index): readonly TrendChange[] => {
    const before = levels[index];
    return before === undefined
      ? []
      : [{ figure, at: after.first, before, after, change: after.level / before.level - 1 }];
  });
  return { levels, changes, passedOver: points.length - told.length };
}

function standoutOf(points: readonly TimeAt[], levels: readonly TrendLevel[]): Trend['standout'] {
  const above = levels.flatMap(({ first, last, level }) =>
    points
      .slice(points.indexOf(first), points.indexOf(last) + 1)
      .flatMap((at) => (at.p95 === null || at.n < LEAST_VALUES.p95 ? [] : [{ at, value: at.p95, level }])),
  );
  const [most] = above.toSorted((a, b) => b.value / b.level - a.value / a.level);
  return most === undefined || most.value < most.level * (1 + LEAST_STANDOUT) ? null : most;
}

/** The microservice (or `other`) whose mean time per transaction changed most between two levels, in milliseconds. */
export function causeOf(
  { before, after }: Pick<TrendChange, 'before' | 'after'>,
  days: readonly ServiceDay[],
): { readonly name: string; readonly difference: number } | null {
  const [old, young] = [before, after].map((level) => meansWithin(days, level));
  if (old === undefined || young === undefined) return null;
  const differences = [...young].flatMap(([name, mean]) => {
    const was = old.get(name);
    return was === undefined ? [] : [{ name, difference: mean - was }];
  });
  const direction = Math.sign(after.level - before.level);
  return (
    differences
      .filter(({ difference }) => Math.sign(difference) === direction)
      .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0] ?? null
  );
}

function meansWithin(days: readonly ServiceDay[], { first, last }: TrendLevel): ReadonlyMap<string, number> {
  const within = days.filter(({ day }) => day >= (first.day ?? '') && day <= (last.day ?? ''));
  const rows = within.reduce((sum, { n }) => sum + n, 0);
  const sums = new Map<string, number>();
  for (const { means, n } of within)
    for (const [name, mean] of means) sums.set(name, (sums.get(name) ?? 0) + (mean * n) / rows);
  return sums;
}
