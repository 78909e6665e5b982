import type { ScoringServiceName, Side } from '../model/microservices.ts';
import type { Stage } from './sample-answer.ts';

/** How far one image went: each step runs only after the ones before it. */
export const DEPTHS = { integrity: 0, accessory: 1, face: 2, quality: 3, attack: 4 } as const;

const DEPTH_OF_SERVICE: Readonly<Record<Exclude<ScoringServiceName, 'geometry_check'>, number>> = {
  integrity_dims: DEPTHS.integrity,
  accessory_detector: DEPTHS.accessory,
  face_detector: DEPTHS.face,
  liqe: DEPTHS.quality,
  topiq: DEPTHS.quality,
  classic_metrics: DEPTHS.quality,
  as_35_selfies: DEPTHS.attack,
  ibeta2_crops: DEPTHS.attack,
  ibeta2_full: DEPTHS.attack,
  ibeta2_clip: DEPTHS.attack,
  as_heuristics: DEPTHS.attack,
};

/** What of the serial pipeline ran, and on which image it ended. */
export interface PipelineRun {
  readonly near: number;
  readonly far: number;
  readonly geometry: boolean;
  readonly failing: Side | null;
}

/** A way in which a stage can end the pipeline, and how often it did in January 2025. */
export interface RunVariant {
  readonly run: PipelineRun;
  readonly count: number;
}

const variant = (count: number, near: number, far: number, geometry: boolean, failing: Side | null): RunVariant => ({
  run: { near, far, geometry, failing },
  count,
});

/**
 * The ways in which each stage ends the pipeline. The counts follow from the missing values of the published CSV: a
 * service that left no time did not run.
 */
export const RUN_VARIANTS: Readonly<Record<Stage, readonly RunVariant[]>> = {
  accessory: [
    variant(141, DEPTHS.accessory, DEPTHS.integrity, false, 'near'),
    variant(56, DEPTHS.accessory, DEPTHS.accessory, false, 'near'),
    variant(147, DEPTHS.face, DEPTHS.accessory, false, 'far'),
  ],
  face: [
    variant(235, DEPTHS.face, DEPTHS.accessory, false, 'near'),
    variant(482, DEPTHS.face, DEPTHS.face, false, 'far'),
  ],
  quality: [
    variant(1678, DEPTHS.quality, DEPTHS.face, false, 'near'),
    variant(787, DEPTHS.quality, DEPTHS.quality, false, 'far'),
  ],
  geometry: [variant(542, DEPTHS.quality, DEPTHS.quality, true, null)],
  attack: [
    variant(792, DEPTHS.attack, DEPTHS.quality, true, 'near'),
    variant(53, DEPTHS.attack, DEPTHS.attack, true, 'far'),
  ],
  failure: [variant(1, DEPTHS.quality, DEPTHS.quality, true, 'near')],
  accepted: [variant(9741, DEPTHS.attack, DEPTHS.attack, true, null)],
};

/** Whether a service ran on an image; the pair of images where `side` is `undefined`. */
export function hasRun(run: PipelineRun, microservice: ScoringServiceName, side: Side | undefined): boolean {
  if (microservice === 'geometry_check') return run.geometry;
  return side !== undefined && run[side] >= DEPTH_OF_SERVICE[microservice];
}
