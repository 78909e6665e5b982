import type { Knots } from '../chance/quantile.ts';

/**
 * How the scores of one measure are distributed. `passing` and `failing` run from the worst value to the best: both
 * stay on their side of the threshold. `swings` marks a measure whose good values lie in the middle.
 */
export interface ScoreShape {
  readonly passing: Knots;
  readonly failing: Knots;
  readonly swings?: true;
}

const PAD_PASSING: Knots = [
  [0, 0.851],
  [0.03, 0.95],
  [0.1, 0.985],
  [0.3, 0.998],
  [0.6, 0.9998],
  [1, 1],
];
const PAD_FAILING: Knots = [
  [0, 0],
  [0.3, 0.004],
  [0.6, 0.09],
  [0.85, 0.42],
  [1, 0.849],
];

/** The shapes by measure, for the thresholds of the model card. */
export const SCORE_SHAPES: Readonly<Record<string, ScoreShape>> = {
  liqe: {
    passing: [
      [0, 1.31],
      [0.15, 1.9],
      [0.5, 2.8],
      [0.85, 3.7],
      [1, 4.9],
    ],
    failing: [
      [0, 1.001],
      [0.5, 1.08],
      [1, 1.299],
    ],
  },
  topiq: {
    passing: [
      [0, 0.411],
      [0.2, 0.49],
      [0.5, 0.58],
      [0.85, 0.67],
      [1, 0.82],
    ],
    failing: [
      [0, 0.14],
      [0.4, 0.31],
      [1, 0.409],
    ],
  },
  sharpness: {
    passing: [
      [0, 0.869],
      [0.1, 0.74],
      [0.5, 0.52],
      [0.9, 0.33],
      [1, 0.12],
    ],
    failing: [
      [0, 0.99],
      [1, 0.871],
    ],
  },
  colorfulness: {
    passing: [
      [0, 6.7],
      [0.05, 14],
      [0.5, 31],
      [0.95, 58],
      [1, 96],
    ],
    failing: [
      [0, 0.4],
      [1, 6.5],
    ],
    swings: true,
  },
  contrast: {
    passing: [
      [0, 12.2],
      [0.05, 27],
      [0.5, 47],
      [0.95, 69],
      [1, 93.5],
    ],
    failing: [
      [0, 94.2],
      [1, 111],
    ],
    swings: true,
  },
  brightness: {
    passing: [
      [0, 0.171],
      [0.05, 0.28],
      [0.5, 0.45],
      [0.95, 0.64],
      [1, 0.869],
    ],
    failing: [
      [0, 0.04],
      [0.7, 0.169],
      [0.7, 0.871],
      [1, 0.97],
    ],
    swings: true,
  },
  blur_score: {
    passing: [
      [0, 0.609],
      [0.1, 0.55],
      [0.5, 0.41],
      [0.9, 0.27],
      [1, 0.08],
    ],
    failing: [
      [0, 0.96],
      [0.4, 0.74],
      [1, 0.611],
    ],
  },
  svd_score: {
    passing: [
      [0, 0.809],
      [0.15, 0.77],
      [0.5, 0.7],
      [0.9, 0.6],
      [1, 0.41],
    ],
    failing: [
      [0, 0.97],
      [0.5, 0.86],
      [1, 0.811],
    ],
  },
  as_35_selfies: {
    passing: [
      [0, 0.201],
      [0.02, 0.8],
      [0.1, 0.99],
      [0.3, 0.9993],
      [0.6, 0.99998],
      [1, 1],
    ],
    failing: [
      [0, 0],
      [0.6, 0.02],
      [1, 0.199],
    ],
  },
  ibeta2_crops: { passing: PAD_PASSING, failing: PAD_FAILING },
  ibeta2_full: { passing: PAD_PASSING, failing: PAD_FAILING },
  ibeta2_clip: { passing: PAD_PASSING, failing: PAD_FAILING },
  as_heuristics: {
    passing: [
      [0, 0.821],
      [0.03, 0.93],
      [0.1, 0.98],
      [0.3, 0.997],
      [0.6, 0.9997],
      [1, 1],
    ],
    failing: [
      [0, 0.001],
      [0.4, 0.16],
      [0.8, 0.55],
      [1, 0.819],
    ],
  },
};
