import { itemAt } from './item-at.ts';
import type { Quantile } from './quantile.ts';

/** What was printed about some whole numbers. */
export interface Summary {
  readonly mean: number;
  /** Of a sample: over one less than there are numbers. */
  readonly deviation: number;
  readonly least: number;
  /** The lower one, the median and the upper one, interpolated linearly between neighbours. */
  readonly quartiles: readonly [number, number, number];
  readonly most: number;
}

/** Ranks from one end or quartile to the next, with the values that the first and the last of them must have. */
interface Quarter {
  readonly first: number;
  readonly last: number;
  readonly low: number;
  readonly high: number;
}

const SHARES = [0.25, 0.5, 0.75] as const;
/** Neighbours that are further apart would fit no better: quarters of a number repeat. */
const WIDEST_GAP = 3;

/**
 * Whole numbers, ascending, of which a summary is true, spread as the shape is between its figures. Ends and quartiles are
 * exact, the sum is less than 1 from that of the mean, and the deviation differs by what rounding does to it.
 *
 * The shape is stretched between the values beside the quartiles. Then the two upper quarters are bent between their ends:
 * the third one until the mean is right, and both against each other, which leaves the mean, until the deviation is.
 * Throws where no such bends keep the order: the shape is too far from the summary.
 */
export function summarisedNumbers(count: number, summary: Summary, shape: Quantile): number[] {
  const quarters = quartersOf(count, summary);
  const stretched = quarters.flatMap((quarter) => stretch(quarter, (rank) => shape(rank / (count - 1))));
  const raising = bend(itemAt(quarters, 2), stretched);
  const atMean = moved(stretched, raising, summary.mean * count - sum(stretched));

  const upward = bend(itemAt(quarters, 3), stretched);
  const widening = upward.map((share, rank) => share - itemAt(raising, rank));
  const distances = atMean.map((value) => value - summary.mean);
  const missing = summary.deviation ** 2 * (count - 1) - product(distances, distances);
  const bent = moved(atMean, widening, stepTo(missing, product(widening, widening), product(distances, widening)));
  if (bent.some((value, rank) => rank > 0 && !(value >= itemAt(bent, rank - 1))))
    throw new Error('the shape is too far from the summary of the numbers');
  return rounded(bent).toSorted((left, right) => left - right);
}

function quartersOf(count: number, { least, quartiles, most }: Summary): Quarter[] {
  const places = SHARES.map((share) => share * (count - 1));
  const beside = places.map((place, index) => neighbours(itemAt(quartiles, index), place - Math.floor(place)));
  return Array.from({ length: SHARES.length + 1 }, (_, index) => ({
    first: index === 0 ? 0 : Math.floor(itemAt(places, index - 1)) + 1,
    last: Math.floor(places[index] ?? count - 1),
    low: beside[index - 1]?.[1] ?? least,
    high: beside[index]?.[0] ?? most,
  }));
}

/** The closest whole numbers between which a quartile lies, a share of the way from the lower to the upper. */
function neighbours(quartile: number, share: number): readonly [number, number] {
  for (let gap = 0; gap <= WIDEST_GAP; gap++) {
    const below = quartile - share * gap;
    if (Number.isInteger(below)) return [below, below + gap];
  }
  throw new Error(`no whole numbers have a quartile of ${quartile} there`);
}

function stretch({ first, last, low, high }: Quarter, shape: (rank: number) => number): number[] {
  const [from, to] = [shape(first), shape(last)];
  const at = (rank: number): number => low + ((high - low) * (shape(rank) - from)) / (to - from);
  return Array.from({ length: last - first + 1 }, (_, index) => at(first + index));
}

/** Moves by rank, 1 in all, none of them at the ends of the quarter or outside of it. */
function bend({ first, last, low, high }: Quarter, values: readonly number[]): number[] {
  const arch = values.map((value, rank) => (rank < first || rank > last ? 0 : (value - low) * (high - value)));
  const area = sum(arch);
  return arch.map((height) => height / area);
}

/** The root of `square * step ** 2 + 2 * slope * step = missing` that is nearer to 0. */
function stepTo(missing: number, square: number, slope: number): number {
  return missing / (slope + Math.sqrt(slope ** 2 + square * missing));
}

/** Rounded one by one; what rounding takes from one value the next one gets. Whole ones stay as they are. */
function rounded(values: readonly number[]): number[] {
  let owed = 0;
  return values.map((value) => {
    const whole = Math.floor(value + owed + 0.5);
    owed += value - whole;
    return whole;
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const product = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((all, one, index) => all + one * itemAt(right, index), 0);
const moved = (values: readonly number[], moves: readonly number[], step: number): number[] =>
  values.map((value, rank) => value + step * itemAt(moves, rank));
