import { assertNever } from '../../shared/assert-never.ts';
import { THRESHOLDS, type Acceptance, type JudgingService, type Threshold } from './thresholds.ts';

/** Scores from `least` to `most` pass, both included; `null`: no limit on that side. */
export interface Limits {
  readonly least: number | null;
  readonly most: number | null;
}

/** What a threshold accepts, as two limits. */
export function limitsOf(acceptance: Acceptance): Limits {
  switch (acceptance.kind) {
    case 'at-least':
      return { least: acceptance.value, most: null };
    case 'at-most':
      return { least: null, most: acceptance.value };
    case 'within':
      return { least: acceptance.least, most: acceptance.most };
    default:
      return assertNever(acceptance);
  }
}

const PIPELINE: readonly JudgingService[] = ['iqa_heuristics', 'geometry_check', 'as_heuristics'];

/** The thresholds in the order in which the pipeline comes to them: image quality, near/far geometry, PAD. */
export const THRESHOLDS_IN_ORDER: readonly Threshold[] = PIPELINE.flatMap((service) =>
  THRESHOLDS.filter((threshold) => threshold.service === service),
);
