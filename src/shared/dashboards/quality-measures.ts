import type { LocalizedText } from '../language.ts';

export const IMAGE_SIDES = ['near', 'far'] as const;
/** Which of the two images of a transaction. */
export type ImageSide = (typeof IMAGE_SIDES)[number];

/** The axis that a measure is shown on. Its edges stand still, so that a filter or a threshold never moves the picture. */
export interface MeasureAxis {
  readonly from: number;
  readonly to: number;
  readonly bins: number;
  /** Decimals that a limit on it is given with. */
  readonly digits: number;
}

/** A score or probability that the API gives to both images and holds against a threshold. */
export interface QualityMeasure {
  readonly name: string;
  /** `quality`: of the image. `pad`: the probability of a bona fide face. */
  readonly stage: 'quality' | 'pad';
  /** The name of its threshold in the catalogue. */
  readonly threshold: string;
  readonly columns: Readonly<Record<ImageSide, string>>;
  readonly axis: MeasureAxis;
  /** The value with which its service says that it could not judge the image: no score. */
  readonly gaveUp: number | null;
  readonly label: LocalizedText;
}

const UNIT: MeasureAxis = { from: 0, to: 1, bins: 100, digits: 2 };
const sides = (prefix: string): QualityMeasure['columns'] => ({
  near: `${prefix}_near_img`,
  far: `${prefix}_far_img`,
});

function quality(
  name: string,
  column: string,
  threshold: string,
  axis: MeasureAxis,
  en: string,
  es: string,
): QualityMeasure {
  return { name, stage: 'quality', threshold, columns: sides(column), axis, gaveUp: null, label: { en, es } };
}

const classic = (name: string, threshold: string, axis: MeasureAxis, en: string, es: string): QualityMeasure =>
  quality(name, `score_${name}_classic_metrics`, threshold, axis, en, es);

const attack = (name: string, threshold: string, en: string, es: string): QualityMeasure => ({
  name,
  stage: 'pad',
  threshold,
  columns: sides(`prob_${name}`),
  axis: UNIT,
  gaveUp: null,
  label: { en, es },
});

/**
 * The measures in pipeline order. Axes are wide enough for what the services can answer; bins are so wide that the limits of
 * the catalogue fall on their edges.
 */
export const QUALITY_MEASURES: readonly QualityMeasure[] = [
  quality('liqe', 'score_liqe', 'liqe_thr', { from: 1, to: 5, bins: 40, digits: 2 }, 'LIQE quality', 'Calidad LIQE'),
  {
    ...quality('topiq', 'score_topiq', 'topiq_thr', UNIT, 'TOPIQ quality', 'Calidad TOPIQ'),
    gaveUp: -1,
  },
  classic('sharpness', 'sharpness_thr', UNIT, 'Sharpness', 'Nitidez'),
  classic('brightness', 'brightness_range', UNIT, 'Brightness', 'Brillo'),
  classic('colorfulness', 'colorfulness_range', { from: 0, to: 110, bins: 50, digits: 1 }, 'Colourfulness', 'Colorido'),
  classic('contrast', 'contrast_range', { from: 0, to: 120, bins: 60, digits: 1 }, 'Contrast', 'Contraste'),
  classic('blur_score', 'blur_score_thr', UNIT, 'Blur', 'Desenfoque'),
  classic('svd_score', 'svd_score_thr', UNIT, 'Blur by singular values', 'Desenfoque por valores singulares'),
  attack('ibeta2_full', 'ibeta2_full_thr', 'PAD iBeta 2 full', 'PAD iBeta 2 completo'),
  attack('ibeta2_crops', 'ibeta2_crops_thr', 'PAD iBeta 2 crops', 'PAD iBeta 2 recortes'),
  attack('ibeta2_clip', 'ibeta2_clip_thr', 'PAD iBeta 2 CLIP', 'PAD iBeta 2 CLIP'),
  attack('as_35_selfies', 'as_3.5_selfies_thr', 'PAD 3.5 selfies', 'PAD 3.5 selfies'),
  attack('as_heuristics', 'as_heuristics_thr', 'PAD combined', 'PAD combinado'),
];

const BY_COLUMN = new Map(
  QUALITY_MEASURES.flatMap((measure) => IMAGE_SIDES.map((side) => [measure.columns[side], measure] as const)),
);

/** The measure of a column of scores, or `undefined` where it is none. */
export function measureOfColumn(column: string): QualityMeasure | undefined {
  return BY_COLUMN.get(column);
}

const GAP = 'gap:';

/** The name under which queries know the distance between the near and the far score of a measure. */
export function gapColumn(measure: QualityMeasure): string {
  return `${GAP}${measure.name}`;
}

/** The measure whose {@link gapColumn} it is. */
export function measureOfGap(column: string): QualityMeasure | undefined {
  return column.startsWith(GAP) ? QUALITY_MEASURES.find(({ name }) => name === column.slice(GAP.length)) : undefined;
}
