import { assertNever } from '../../shared/assert-never.ts';
import type { LocalizedText } from '../../shared/language.ts';
import type { StagingColumn } from './column.ts';
import { STAGING_COLUMNS } from './staging-columns.ts';

/** The values that a threshold accepts, limits included. */
export type Acceptance =
  | { readonly kind: 'at-least'; readonly value: number }
  | { readonly kind: 'at-most'; readonly value: number }
  | { readonly kind: 'within'; readonly least: number; readonly most: number };

/** The services that compare scores with thresholds; their raw documents carry the limits under `results.config`. */
export type JudgingService = 'iqa_heuristics' | 'as_heuristics' | 'geometry_check';

/** A limit that the API holds a score against. */
export interface Threshold {
  readonly name: string;
  readonly service: JudgingService;
  /** Its key in the raw document, misspelt there in one case. */
  readonly configKey: string;
  readonly accepts: Acceptance;
  /** The staging columns that it judges, near image first. None for the geometry scores: the model card drops them. */
  readonly columns: readonly string[];
  /** The `summary_code` of a transaction refused for it. */
  readonly failsWith: number;
  readonly label: LocalizedText;
}

/** What a score or probability column measures, alike for both images: `liqe`, `blur_score`, `ibeta2_full`. */
export function measureOf(column: StagingColumn): string {
  const last = column.path.at(-1);
  return column.microservice === 'classic_metrics' ? String(last) : String(column.microservice);
}

const isMeasured = ({ kind }: StagingColumn): boolean => kind === 'score' || kind === 'probability';
const columnsOf = (measure: string): readonly string[] =>
  STAGING_COLUMNS.filter((column) => isMeasured(column) && measureOf(column) === measure).map(({ name }) => name);

const atLeast = (value: number): Acceptance => ({ kind: 'at-least', value });
const atMost = (value: number): Acceptance => ({ kind: 'at-most', value });
const within = (least: number, most: number): Acceptance => ({ kind: 'within', least, most });

function quality(
  name: string,
  accepts: Acceptance,
  measure: string,
  failsWith: number,
  en: string,
  es: string,
): Threshold {
  const columns = columnsOf(measure);
  return { name, service: 'iqa_heuristics', configKey: name, accepts, columns, failsWith, label: { en, es } };
}

function attack(name: string, value: number, measure: string, en: string, es: string): Threshold {
  const columns = columnsOf(measure);
  return {
    name,
    service: 'as_heuristics',
    configKey: name,
    accepts: atLeast(value),
    columns,
    failsWith: 1402,
    label: { en, es },
  };
}

function geometry(configKey: string, accepts: Acceptance, en: string, es: string): Threshold {
  return {
    name: `geometry_${configKey}`,
    service: 'geometry_check',
    configKey,
    accepts,
    columns: [],
    failsWith: 3002,
    label: { en, es },
  };
}

/** The limits seen in raw documents of January 2025. Source: published figures. */
export const THRESHOLDS: readonly Threshold[] = [
  quality('liqe_thr', atLeast(1.3), 'liqe', 302, 'LIQE quality', 'Calidad LIQE'),
  quality('topiq_thr', atLeast(0.41), 'topiq', 302, 'TOPIQ quality', 'Calidad TOPIQ'),
  quality('sharpness_thr', atMost(0.87), 'sharpness', 306, 'Sharpness', 'Nitidez'),
  quality('brightness_range', within(0.17, 0.87), 'brightness', 304, 'Brightness', 'Brillo'),
  {
    ...quality('colorfulness_range', within(6.6, 100), 'colorfulness', 303, 'Colourfulness', 'Colorido'),
    configKey: 'colofulness_range',
  },
  quality('contrast_range', within(12, 94), 'contrast', 305, 'Contrast', 'Contraste'),
  quality('blur_score_thr', atMost(0.61), 'blur_score', 302, 'Blur', 'Desenfoque'),
  quality(
    'svd_score_thr',
    atMost(0.81),
    'svd_score',
    302,
    'Blur by singular values',
    'Desenfoque por valores singulares',
  ),
  attack('ibeta2_full_thr', 0.85, 'ibeta2_full', 'PAD iBeta 2 full', 'PAD iBeta 2 completo'),
  attack('ibeta2_crops_thr', 0.85, 'ibeta2_crops', 'PAD iBeta 2 crops', 'PAD iBeta 2 recortes'),
  attack('ibeta2_clip_thr', 0.85, 'ibeta2_clip', 'PAD iBeta 2 CLIP', 'PAD iBeta 2 CLIP'),
  attack('as_3.5_selfies_thr', 0.2, 'as_35_selfies', 'PAD 3.5 selfies', 'PAD 3.5 selfies'),
  attack('as_heuristics_thr', 0.82, 'as_heuristics', 'PAD combined', 'PAD combinado'),
  geometry('image_difference_threshold', atMost(0.05), 'Difference of the images', 'Diferencia de las imágenes'),
  geometry('handcrafted_threshold', atLeast(0.13), 'Handcrafted geometry', 'Geometría por reglas'),
  geometry('neural_threshold', atLeast(0.26), 'Neural geometry', 'Geometría neuronal'),
];

const BY_COLUMN = new Map(
  THRESHOLDS.flatMap((threshold) => threshold.columns.map((name) => [name, threshold] as const)),
);

/** The limit that a staging column is held against, or `undefined` where the API has none for it. */
export function thresholdOfColumn(name: string): Threshold | undefined {
  return BY_COLUMN.get(name);
}

/** Whether a score passes. A service's own "gave up" value (-1 of topiq) is no score and must not be asked about. */
export function isAccepted(acceptance: Acceptance, score: number): boolean {
  switch (acceptance.kind) {
    case 'at-least':
      return score >= acceptance.value;
    case 'at-most':
      return score <= acceptance.value;
    case 'within':
      return score >= acceptance.least && score <= acceptance.most;
    default:
      return assertNever(acceptance);
  }
}
