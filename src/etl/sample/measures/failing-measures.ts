import { PAD_SERVICES, stagingColumn } from '../../model/staging-columns.ts';
import { measureOf, THRESHOLDS } from '../../model/thresholds.ts';
import type { Random } from '../chance/random.ts';

const NONE: readonly string[] = [];
const BLURRED = 302;
const ATTACKED = 1402;
const ALSO_BY_CHANCE = 0.5;

// Blur shows in the two blur scores first; the learned scores only follow when it is heavy.
const BLUR_PATTERNS: readonly (readonly string[])[] = [
  ['blur_score'],
  ['blur_score'],
  ['blur_score', 'svd_score'],
  ['blur_score', 'svd_score', 'topiq'],
  ['blur_score', 'liqe', 'topiq'],
  ['svd_score'],
];

const DETECTORS = PAD_SERVICES.filter((service) => service !== 'as_heuristics');

const MEASURES_BY_CODE = new Map(
  THRESHOLDS.flatMap(({ columns, failsWith }) =>
    columns.slice(0, 1).map((column) => [failsWith, [measureOf(stagingColumn(column))]]),
  ),
);

/** The measures that lie beyond their thresholds on the image that ended a transaction with this answer. */
export function failingMeasures(code: number, random: Random): readonly string[] {
  if (code === BLURRED) return random.pick(BLUR_PATTERNS);
  if (code === ATTACKED) {
    const sure = random.pick(DETECTORS);
    return ['as_heuristics', ...DETECTORS.filter((one) => one === sure || random.chance(ALSO_BY_CHANCE))];
  }
  return MEASURES_BY_CODE.get(code) ?? NONE;
}
