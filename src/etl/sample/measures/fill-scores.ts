import type { StagingColumn } from '../../model/column.ts';
import { SIDES, type ScoringServiceName, type Side } from '../../model/microservices.ts';
import { STAGING_COLUMNS } from '../../model/staging-columns.ts';
import { measureOf } from '../../model/thresholds.ts';
import type { Attempt } from '../attempt.ts';
import { blend } from '../chance/blend.ts';
import { quantile, type Quantile } from '../chance/quantile.ts';
import type { Random } from '../chance/random.ts';
import { hasRun } from '../pipeline-run.ts';
import { failingMeasures } from './failing-measures.ts';
import type { Cell } from './row.ts';
import { SCORE_SHAPES } from './score-shapes.ts';

interface ScoreCell {
  readonly index: number;
  readonly microservice: ScoringServiceName;
  readonly measure: string;
  readonly passing: Quantile;
  readonly failing: Quantile;
  readonly swings: boolean;
}

/** Topiq answers this where it gave up on an image that the rest judged. */
const GAVE_UP = -1;
const GIVES_UP = 0.0035;
const PRECISION = 100_000;
/** How far near and far image are alike. */
const SAME_SCENE = 0.7;
/** How far the image as a whole decides a score; the rest is the score's own chance. */
const SHARED = 0.55;
/** How good, at best, the other scores of an image are that failed by its quality. */
const SPOILT = 0.4;

function scoreCells(side: Side): readonly ScoreCell[] {
  return STAGING_COLUMNS.flatMap((column, index) => scoreCell(column, index, side));
}

function scoreCell(column: StagingColumn, index: number, side: Side): ScoreCell[] {
  const { kind, microservice } = column;
  if ((kind !== 'score' && kind !== 'probability') || column.side !== side || microservice === undefined) return [];
  const measure = measureOf(column);
  const shape = SCORE_SHAPES[measure];
  if (shape === undefined) throw new Error(`no shape for the measure ${measure}`);
  const { passing, failing, swings } = shape;
  const functions = { passing: quantile(passing), failing: quantile(failing) };
  return [{ index, microservice, measure, ...functions, swings: swings === true }];
}

const CELLS: Readonly<Record<Side, readonly ScoreCell[]>> = { near: scoreCells('near'), far: scoreCells('far') };

/** Fills in the quality scores and PAD probabilities of both images, in agreement with the answer and the thresholds. */
export function fillScores(row: Cell[], { run, answer }: Attempt, random: Random): void {
  const scene = random.unit();
  for (const side of SIDES) {
    const failing = run.failing === side ? failingMeasures(answer.code, random) : [];
    const alike = blend(scene, random.unit(), SAME_SCENE);
    const goodness = failing.length > 0 && answer.stage === 'quality' ? alike * SPOILT : alike;
    for (const cell of CELLS[side]) {
      if (hasRun(run, cell.microservice, side)) row[cell.index] = score(cell, goodness, failing, random);
    }
  }
}

function score(cell: ScoreCell, goodness: number, failing: readonly string[], random: Random): number {
  const own = random.unit();
  if (failing.includes(cell.measure)) return rounded(cell.failing(own));
  if (cell.measure === 'topiq' && random.chance(GIVES_UP)) return GAVE_UP;
  return rounded(cell.passing(cell.swings ? own : blend(goodness, own, SHARED)));
}

const rounded = (value: number): number => Math.floor(value * PRECISION + 0.5) / PRECISION;
