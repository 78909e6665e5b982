import type { ScoringServiceName } from '../../model/microservices.ts';
import { THRESHOLDS, type JudgingService } from '../../model/thresholds.ts';
import { DEPTHS } from '../pipeline-run.ts';

/** A service as the raw document shows it, where it ran and found nothing wrong. */
export interface ServiceAnswer {
  readonly name: ScoringServiceName | JudgingService;
  /** How far an image must have gone for the service to run. */
  readonly depth: number;
  readonly message: string;
  readonly code: string;
  /** What stands under `results` beside the values of the model card. */
  readonly results: Readonly<Record<string, unknown>>;
}

const box = [0.5, 0.5, 0.6, 0.5];

function answer(
  name: ServiceAnswer['name'],
  depth: number,
  message: string,
  code: string,
  results: ServiceAnswer['results'] = {},
): ServiceAnswer {
  return { name, depth, message, code, results };
}

/** The limits of a judging service, by their keys in the raw document. */
export function limitsOf(service: JudgingService): Readonly<Record<string, number | readonly number[]>> {
  return Object.fromEntries(
    THRESHOLDS.filter((threshold) => threshold.service === service).map(({ configKey, accepts }) => [
      configKey,
      accepts.kind === 'within' ? [accepts.least, accepts.most] : accepts.value,
    ]),
  );
}

const ONE_FACE = {
  bboxes: [[0, 0, 1, 0.9]],
  landmarks: [{ '0': [0.5, 0.6, -0.04], '1': [0.5, 0.6, -0.1] }],
  bboxes_raw: [[0.2, 0.3, 0.4, 0.3]],
};
const EXPANSION = { exp_factor_w: 0.9, exp_factor_h: 0.9 };

/** The services that work on each image, in pipeline order. */
export const SERVICE_ANSWERS: readonly ServiceAnswer[] = [
  answer('integrity_dims', DEPTHS.integrity, 'integrity and dimensions OK', '0000', {
    file_ext: '.jpg',
    raw_img_size: [],
    resized: false,
  }),
  answer('accessory_detector', DEPTHS.accessory, 'accesories OK', '0200', {
    predictions: { accessories: { face: { bbox: box, confidence: 0.8 } } },
  }),
  answer('face_detector', DEPTHS.face, 'face OK', '0100', { predictions: { faces: ONE_FACE }, config: EXPANSION }),
  answer('liqe', DEPTHS.quality, 'liqe OK', '0300'),
  answer('topiq', DEPTHS.quality, 'topiq OK', '0300'),
  answer('classic_metrics', DEPTHS.quality, 'classic metrics OK', '0300'),
  answer('iqa_heuristics', DEPTHS.quality, 'quality OK', '0300', { config: limitsOf('iqa_heuristics'), time_ms: 0.01 }),
  answer('as_35_selfies', DEPTHS.attack, 'as 3.5 selfies OK', '1400', { predictions: { class: 'REAL' } }),
  answer('ibeta2_crops', DEPTHS.attack, 'ibeta2 crops OK', '1400', { predictions: { class: 'REAL' } }),
  answer('ibeta2_full', DEPTHS.attack, 'ibeta2 full OK', '1400', { predictions: { class: 'REAL' } }),
  answer('ibeta2_clip', DEPTHS.attack, 'ibeta2 clip OK', '1400', { predictions: { class: 'REAL' } }),
  answer('as_heuristics', DEPTHS.attack, 'antispoofing OK', '1400', {
    predictions: { time_ms: 0.14 },
    config: limitsOf('as_heuristics'),
  }),
];
