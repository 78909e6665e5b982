import { MICROSERVICES, type MicroserviceName, type Side } from '../../model/microservices.ts';
import { RESOLUTION_CLASSES } from '../../model/resolution-classes.ts';
import { PAD_SERVICES, STAGING_COLUMNS } from '../../model/staging-columns.ts';
import type { Attempt } from '../attempt.ts';
import { quantile } from '../chance/quantile.ts';
import type { Random } from '../chance/random.ts';
import type { ImageSize } from '../image-size.ts';
import { hasRun } from '../pipeline-run.ts';
import type { Cell } from './row.ts';

interface Pace {
  /** Milliseconds of work on an ordinary image. */
  readonly execution: number;
  /** Milliseconds in the queue at a load of 1. */
  readonly queue: number;
  /** How much longer the work takes on a FULLHD image. */
  readonly large: number;
}

const PACES: Readonly<Record<MicroserviceName, Pace>> = {
  accessory_detector: { execution: 15, queue: 28, large: 1.4 },
  face_detector: { execution: 28, queue: 34, large: 1.5 },
  liqe: { execution: 88, queue: 9.5, large: 1.3 },
  topiq: { execution: 214, queue: 28, large: 1.35 },
  classic_metrics: { execution: 191, queue: 0, large: 2 },
  as_35_selfies: { execution: 48, queue: 42, large: 1.1 },
  ibeta2_crops: { execution: 42, queue: 46, large: 1.1 },
  ibeta2_full: { execution: 42, queue: 41, large: 1.25 },
  ibeta2_clip: { execution: 10.5, queue: 18.5, large: 1.1 },
  geometry_check: { execution: 11.4, queue: 1.8, large: 1.1 },
};

const WORK = quantile([
  [0, 0.72],
  [0.05, 0.83],
  [0.25, 0.93],
  [0.5, 0.99],
  [0.75, 1.05],
  [0.95, 1.2],
  [0.99, 1.5],
  [1, 2.2],
]);
const WAIT = quantile([
  [0, 0.05],
  [0.25, 0.4],
  [0.5, 0.75],
  [0.75, 1.3],
  [0.95, 2.6],
  [0.99, 4.2],
  [1, 9],
]);

/** A duration column of one microservice on one image, or on the pair of images. */
export interface DurationCell {
  readonly index: number;
  readonly microservice: MicroserviceName;
  readonly side: Side | undefined;
  readonly timing: 'execution' | 'queue';
  /** Runs while the near image is still worked on: the far image up to its quality scores. */
  readonly besideNear: boolean;
}

const ATTACK_DETECTORS: readonly string[] = PAD_SERVICES;

/** The duration columns of the microservices: all but the total. */
export const DURATION_CELLS: readonly DurationCell[] = STAGING_COLUMNS.flatMap(
  ({ kind, side, timing, ...column }, index) => {
    const service = MICROSERVICES.find(({ name }) => name === column.microservice);
    if (kind !== 'duration' || service === undefined || timing === undefined) return [];
    const besideNear = side === 'far' && !ATTACK_DETECTORS.includes(service.name);
    return [{ index, microservice: service.name, side, timing, besideNear }];
  },
);

const LARGE_PIXELS = RESOLUTION_CLASSES.find(({ name }) => name === 'FULLHD')?.minimumPixels ?? 0;

/** Whether an image is so large that work on it takes longer: FULLHD or more. */
export function isLarge({ width, height }: ImageSize): boolean {
  return width * height >= LARGE_PIXELS;
}

/** Fills in execution and queue times of everything that ran. Queues grow with the load, and the work a little. */
export function fillDurations(row: Cell[], attempt: Attempt, random: Random): void {
  const { run, load } = attempt;
  const large = { near: isLarge(attempt.near), far: isLarge(attempt.far) };
  const crowding = queueFactor(load);
  for (const { index, microservice, side, timing } of DURATION_CELLS) {
    if (!hasRun(run, microservice, side)) continue;
    const pace = PACES[microservice];
    const milliseconds =
      timing === 'queue'
        ? pace.queue * crowding * WAIT(random.unit())
        : pace.execution * (1 + 0.04 * load) * (large[side ?? 'near'] ? pace.large : 1) * WORK(random.unit());
    row[index] = Math.floor(milliseconds + 0.5);
  }
}

/** Below half the capacity queues hardly form; above it they grow faster than the load. */
const queueFactor = (load: number): number => 0.55 + 0.3 * load + 0.25 * load * load;
