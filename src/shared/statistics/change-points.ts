import { medianCosts } from './median-costs.ts';

export interface ChangePointOptions {
  /** Least relative change of the level that counts, 0.15 for 15 %. */
  readonly minimumEffect: number;
  /** Points that a level must last, on either side of a change. */
  readonly persistence: number;
}

/** A level that lasted: points `from` up to, without, `to`, around their median. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

/** Where a level gave way to another one. */
export interface ChangePoint {
  /** The first point of the new level. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
  /** `after / before - 1`. */
  readonly change: number;
}

export interface Levels {
  readonly levels: readonly Level[];
  readonly changes: readonly ChangePoint[];
}

/** Less noise than 1 % is taken for 1 %: a series that hardly moves must not be cut where it does. */
const LEAST_NOISE = 0.01;

/**
 * Cuts a series of positive numbers, in order of time, into levels. Of all ways to cut it that keep to `persistence`, it
 * takes the one with the least sum of absolute deviations from the levels' medians, in units of the noise, plus 2 ln n for
 * each cut (optimal partitioning: Jackson et al. 2005; Laplace cost as in Killick et al. 2012). Deviations are of logarithms,
 * so that an effect is a ratio, and of medians, so that a single outlier is none. Then neighbours that differ by less than
 * `minimumEffect`, or by too few points, are joined, the least different first, and each cut is moved to where it divides the
 * points of its two levels best, whatever single outliers are near it. Takes time by the square of the length: for up to some thousand.
 */
export function changePoints(series: readonly number[], options: ChangePointOptions): Levels {
  const logs = series.map((value) => Math.log(Math.max(value, Number.MIN_VALUE)));
  const lasting = { ...options, persistence: Math.max(1, options.persistence) };
  const found = joined(series, cuts(logs, lasting.persistence), lasting);
  const levels = joined(series, settled(logs, found, lasting.persistence), lasting);
  return {
    levels,
    changes: levels.slice(1).map(({ from, level }, index) => {
      const before = levels[index]?.level ?? level;
      return { at: from, before, after: level, change: level / before - 1 };
    }),
  };
}

/** Where levels begin, 0 first; nothing for nothing. */
function cuts(logs: readonly number[], persistence: number): readonly number[] {
  const count = logs.length;
  if (count === 0) return [];
  const penalty = 2 * Math.log(count);
  const noise = noiseOf(logs);
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const begins = new Int32Array(count + 1);
  best[0] = -penalty;
  for (let from = 0; from + persistence <= count; from += 1) {
    const base = (best[from] ?? Number.POSITIVE_INFINITY) + penalty;
    if (!Number.isFinite(base)) continue;
    const costs = medianCosts(logs, from);
    for (let length = persistence; length <= costs.length; length += 1) {
      const whole = base + (costs[length - 1] ?? 0) / noise;
      if (whole >= (best[from + length] ?? 0)) continue;
      best[from + length] = whole;
      begins[from + length] = from;
    }
  }
  const starts: number[] = [];
  for (let to = count; to > 0; to = starts[0] ?? 0) starts.unshift(begins[to] ?? 0);
  return starts;
}

/** Mean absolute deviation of the noise, told from the differences of neighbours, which a change of level hardly touches. */
function noiseOf(logs: readonly number[]): number {
  const steps = logs.slice(1).map((value, index) => Math.abs(value - (logs[index] ?? value)));
  const sigma = steps.length === 0 ? 0 : median(steps) / (0.674_489_75 * Math.SQRT2);
  return Math.max(LEAST_NOISE, sigma * Math.sqrt(2 / Math.PI));
}

function joined(series: readonly number[], starts: readonly number[], options: ChangePointOptions): readonly Level[] {
  let levels = starts.map((from, index) => levelOf(series, from, starts[index + 1] ?? series.length));
  for (;;) {
    const effects = levels.slice(1).map((right, index) => effectOf(series, levels[index] ?? right, right, options));
    const least = effects.indexOf(Math.min(...effects));
    // A fall by 13 % undoes a rise by 15 %: on the logarithm they are as large.
    if (least < 0 || (effects[least] ?? 0) >= Math.log1p(options.minimumEffect)) return levels;
    const [left, right] = [levels[least], levels[least + 1]];
    if (left === undefined || right === undefined) return levels;
    levels = levels.toSpliced(least, 2, levelOf(series, left.from, right.to));
  }
}

/** Where levels begin when each cut stands where its levels fit best: no point counts for more than their distance. */
function settled(logs: readonly number[], levels: readonly Level[], persistence: number): readonly number[] {
  const starts = levels.map(({ from }) => from);
  for (const [index, right] of levels.entries()) {
    const left = levels[index - 1];
    if (left === undefined) continue;
    const [low, high] = [Math.log(left.level), Math.log(right.level)];
    const misfit = (value: number, level: number): number => Math.min(Math.abs(value - level), Math.abs(high - low));
    const [first, last] = [starts[index - 1] ?? 0, right.to];
    // Of a cut further right by one point, that point belongs to the left level.
    let [cost, least, best] = [0, Number.POSITIVE_INFINITY, right.from];
    for (let cut = first; cut <= last - persistence; cut += 1) {
      if (cut >= first + persistence && cost < least) [least, best] = [cost, cut];
      const value = logs[cut] ?? 0;
      cost += misfit(value, low) - misfit(value, high);
    }
    starts[index] = best;
  }
  return starts;
}

/** How far two levels are apart, on the logarithm; 0 where one holds too few points of its own: a spike takes neighbours in to last. */
function effectOf(series: readonly number[], left: Level, right: Level, { persistence }: ChangePointOptions): number {
  const middle = Math.sqrt(left.level * right.level);
  const own = ({ from, to, level }: Level): number =>
    series.slice(from, to).filter((value) => value > middle === level > middle).length;
  return Math.min(own(left), own(right)) < persistence ? 0 : Math.abs(Math.log(right.level / left.level));
}

function levelOf(series: readonly number[], from: number, to: number): Level {
  return { from, to, level: median(series.slice(from, to)) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
