import type { MicroserviceName } from '../model/microservices.ts';
import type { AspectRatio, ResolutionClass } from '../model/resolution-classes.ts';
import { quantile, type Quantile } from './chance/quantile.ts';
import type { Summary } from './chance/summarised-numbers.ts';

/*
 * What was printed about the transactions of January 2025, and the few figures that had to be chosen where nothing was
 * printed. Counts are of transactions, by description of the answer, unless they say "processes".
 */

type Counts<Key extends string = string> = Readonly<Partial<Record<Key, number>>>;

export const YEAR_AND_MONTH = { year: 2025, month: 1 } as const;

/** Code of the answer by its description in the log. */
export const ANSWER_CODES: Readonly<Record<string, number>> = {
  'antispoofing OK': 1400,
  'blur/haze': 302,
  'spoof image': 1402,
  'non-frontal': 406,
  'geometry fail': 3002,
  hand: 202,
  'bad lights': 304,
  hat: 203,
  sunglasses: 205,
  'face not found': 102,
  'image not sharp': 306,
  'face mask': 204,
  'multiple faces': 103,
  'bad color': 303,
  'bad exposure': 305,
};

/** By resolution class of the near image. The chart prints no small slices: those of `chosen` are ours. */
export const CLASSES_BY_ANSWER: Readonly<Record<string, Counts<ResolutionClass>>> = {
  'antispoofing OK': { FULLHD: 1668, SD: 8044, XGA: 29 },
  'blur/haze': { FULLHD: 5, SD: 2363, XGA: 10 },
  'spoof image': { FULLHD: 695, SD: 149, ...chosen({ XGA: 1 }) },
  'non-frontal': { SD: 679, ...chosen({ FULLHD: 3, XGA: 1 }) },
  'geometry fail': { FULLHD: 336, SD: 204, ...chosen({ XGA: 2 }) },
  hand: { SD: 216, ...chosen({ FULLHD: 1 }) },
  'bad lights': { SD: 72 },
  hat: { SD: 59 },
  sunglasses: { SD: 59 },
  'face not found': { SD: 26, ...chosen({ FULLHD: 1 }) },
  'image not sharp': { SD: 12 },
  'face mask': { SD: 9 },
  'multiple faces': { SD: 7 },
  'bad color': chosen({ SD: 2 }),
  'bad exposure': chosen({ SD: 1 }),
};

/** The aspect ratio that only images of class SD have here. */
export const WIDE: AspectRatio = 'LANDSCAPE';

/** Images wider than high; all others are higher than wide. */
export const LANDSCAPES_BY_ANSWER: Counts = {
  'antispoofing OK': 1197,
  'blur/haze': 649,
  'spoof image': 19,
  'non-frontal': 48,
  hand: 58,
  'bad lights': 25,
  hat: 17,
  sunglasses: 11,
  'face not found': 5,
  'face mask': 4,
  ...chosen({ 'geometry fail': 3, 'multiple faces': 2 }),
};

/** By day of the month. */
export const TRANSACTIONS_BY_DAY: Readonly<Record<number, number>> = {
  8: 31,
  9: 277,
  10: 850,
  13: 124,
  14: 34,
  15: 198,
  16: 215,
  17: 1682,
  19: 2,
  20: 185,
  21: 758,
  22: 960,
  23: 1320,
  24: 927,
  25: 2863,
  26: 906,
  27: 561,
  28: 652,
  29: 743,
  30: 692,
  31: 674,
};

/** Processes by the answer to their last attempt. */
export const FINAL_ANSWERS: Counts = {
  'antispoofing OK': 4026,
  'blur/haze': 188,
  'geometry fail': 127,
  'non-frontal': 46,
  'spoof image': 12,
  hand: 11,
  'bad lights': 5,
  sunglasses: 5,
  'image not sharp': 2,
  'face not found': 2,
  hat: 2,
  'face mask': 1,
};

/** Processes by size of the near image of their last attempt. Eight were not printed. */
export const FINAL_SIZES: Readonly<Record<string, number>> = {
  '590x896': 2921,
  '736x648': 813,
  '576x1280': 300,
  '1080x1920': 106,
  '1440x1920': 103,
  '568x1280': 47,
  '564x1280': 44,
  '560x1280': 35,
  '640x1280': 15,
  '1050x504': 13,
  '480x1280': 9,
  '414x1152': 8,
  '1247x1663': 5,
  ...chosen({ '600x800': 4, '540x960': 4 }),
};

/** Distinct persons among the processes. */
export const PERSONS = 3043;

/** A client: its processes are printed, all else is chosen. */
export interface JanuaryClient {
  readonly processes: number;
  readonly account: number;
  /** Its first process begins on this day: clients are numbered in this order. */
  readonly firstDay: number;
  /** How much likelier than elsewhere its processes end refused. */
  readonly refused: number;
  /** Sizes of its images, as weights. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Weight of every size that is not named. */
  readonly otherSizes: number;
}

/** The clients but for the tester, in order of first sight. */
export const CLIENTS: readonly JanuaryClient[] = [
  {
    processes: 2574,
    account: 0,
    firstDay: 8,
    refused: 1,
    sizes: { '590x896': 900, '736x648': 25, '1050x504': 1 },
    otherSizes: 60,
  },
  {
    processes: 807,
    account: 0,
    firstDay: 9,
    refused: 1.5,
    sizes: { '736x648': 900, '1050x504': 30, '590x896': 60 },
    otherSizes: 6,
  },
  {
    processes: 50,
    account: 2,
    firstDay: 20,
    refused: 0.6,
    sizes: { '1440x1920': 500, '1080x1920': 400 },
    otherSizes: 40,
  },
  { processes: 23, account: 2, firstDay: 21, refused: 2.2, sizes: { '736x648': 300, '590x896': 200 }, otherSizes: 30 },
  {
    processes: 972,
    account: 0,
    firstDay: 22,
    refused: 0.7,
    sizes: { '590x896': 800, '736x648': 4, '1050x504': 1 },
    otherSizes: 80,
  },
];

/** The client that holds one long test session: it comes third. */
export const TESTER = {
  account: 1,
  /** Its transactions, the last of them accepted, by answer and resolution class; all higher than wide. About 2,000 are reported. */
  answers: {
    'antispoofing OK': { FULLHD: 1060 },
    'spoof image': { FULLHD: 620, SD: 10 },
    'geometry fail': { FULLHD: 300 },
    'blur/haze': { FULLHD: 3, SD: 4 },
    'non-frontal': { FULLHD: 3 },
  } as Readonly<Record<string, Counts<ResolutionClass>>>,
  transactionsByDay: { 17: 1200, 25: 800 } as Readonly<Record<number, number>>,
  sizes: { FULLHD: ['1080x1920', '1440x1920'], SD: ['590x896'] } as Readonly<Record<string, readonly string[]>>,
  lastSize: '1080x1920',
};

/** Transactions whose far image has another size than the near one: chosen. */
export const OTHER_FAR_SIZES = 9;

/**
 * Mean milliseconds a transaction, execution and queue, near and far, where a service that did not run counts as 0. The
 * accessory detector's is what the printed total leaves.
 */
export const MEAN_MILLISECONDS: Readonly<Record<MicroserviceName, number>> = {
  accessory_detector: 79.1,
  face_detector: 113.51,
  liqe: 178.96,
  topiq: 449.26,
  classic_metrics: 413.93,
  as_35_selfies: 116.01,
  ibeta2_crops: 112.2,
  ibeta2_full: 106.68,
  ibeta2_clip: 35.08,
  geometry_check: 10.17,
};

/** Wall time of a transaction. */
export const TOTAL_MILLISECONDS: Summary = {
  mean: 1994.43,
  deviation: 1361.47,
  least: 0,
  quartiles: [1207.75, 1749, 1954.75],
  most: 9114,
};

/** How wall times are spread between the printed figures: chosen, and near enough to be bent into them. */
export const TOTAL_SHAPE: Quantile = quantile([
  [0, 0],
  [0.0002, 330],
  [0.01, 480],
  [0.04, 570],
  [0.07, 720],
  [0.1, 980],
  [0.18, 1120],
  [0.25, 1207.75],
  [0.258, 1300],
  [0.275, 1510],
  [0.3, 1585],
  [0.36, 1640],
  [0.5, 1749],
  [0.65, 1862],
  [0.75, 1954.75],
  [0.805, 2100],
  [0.82, 2300],
  [0.86, 2600],
  [0.905, 3008],
  [0.953, 5262],
  [0.98, 7262],
  [0.993, 8062],
  [1, 9114],
]);

/** Marks figures that were not printed. */
function chosen<Key extends string>(counts: Counts<Key>): Counts<Key> {
  return counts;
}
