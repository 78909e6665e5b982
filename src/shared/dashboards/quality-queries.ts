import type { AggregateQueryInput, Facet } from '../contract/aggregate.ts';
import type { DeclaredQueries, DeclaredQuery } from './declared-query.ts';
import { FACET_COLUMN } from './facet-filter.ts';
import { IMAGE_SIDES, QUALITY_MEASURES, gapColumn, type ImageSide, type QualityMeasure } from './quality-measures.ts';

type MeasureInput = Extract<AggregateQueryInput, { kind: 'group' }>['measures'][number];

/** What is counted of every group of this page. */
const COUNTS: readonly MeasureInput[] = [
  { kind: 'count', name: 'n' },
  { kind: 'count', name: 'accepted', where: 'accepted' },
  { kind: 'count', name: 'reached', where: 'reached-pad' },
  { kind: 'count', name: 'rejected', where: 'pad-reject' },
];

const ANSWER_COLUMNS = [FACET_COLUMN.code, FACET_COLUMN.description, FACET_COLUMN.status];
const MISMATCH_COLUMNS = [FACET_COLUMN.same_aspect, FACET_COLUMN.same_class];

const countedBy = (by: readonly Facet[], without: readonly string[] = []): DeclaredQuery => ({
  query: { kind: 'group', by: [...by], measures: [...COUNTS] },
  without,
});

const MISMATCH = ['same_aspect', 'same_class'] as const satisfies readonly Facet[];

/** One row for each answer: how many have it, and under the name of each score column how many of them were judged by it. */
const ANSWERS: DeclaredQuery = {
  query: {
    kind: 'group',
    by: ['code'],
    measures: [
      ...COUNTS,
      ...QUALITY_MEASURES.flatMap(({ columns }) =>
        IMAGE_SIDES.map((side): MeasureInput => ({ kind: 'present', name: columns[side], column: columns[side] })),
      ),
    ],
  },
};

/** The questions of the page of PAD and quality that do not depend on what is chosen there. */
export const QUALITY_QUERIES = {
  answers: ANSWERS,
  clients: countedBy(['client', 'code'], [FACET_COLUMN.client]),
  days: countedBy(['day', 'code'], [FACET_COLUMN.day]),
  mismatch: countedBy(MISMATCH, MISMATCH_COLUMNS),
  mismatchByClient: countedBy(['client', ...MISMATCH], [FACET_COLUMN.client, ...MISMATCH_COLUMNS]),
  mismatchByAnswer: countedBy(['code', ...MISMATCH], [...ANSWER_COLUMNS, ...MISMATCH_COLUMNS]),
  mismatchByDay: countedBy(['day', ...MISMATCH], [FACET_COLUMN.day, ...MISMATCH_COLUMNS]),
  classPairs: countedBy(['near_class', 'far_class'], [FACET_COLUMN.near_class, FACET_COLUMN.far_class]),
  aspectPairs: countedBy(['near_aspect', 'far_aspect'], [FACET_COLUMN.near_aspect, FACET_COLUMN.far_aspect]),
} as const satisfies DeclaredQueries;
export type QualityQueryName = keyof typeof QUALITY_QUERIES;

/** How the scores of a measure on one image are spread, by answer, whatever range of them is selected. */
export function scoresQuery({ columns, axis }: QualityMeasure, side: ImageSide): DeclaredQuery {
  const { from, to, bins } = axis;
  return {
    query: { kind: 'histogram', column: columns[side], from, to, bins, split: 'code' },
    without: [columns[side]],
  };
}

/**
 * How often a service gave up on an image, by answer: the lower of two bins about 0. Its stored value is no score, and
 * {@link scoresQuery} counts it in its first, open bin: it has to be taken away there.
 */
function gaveUpQuery({ columns, gaveUp }: QualityMeasure, side: ImageSide): DeclaredQuery | null {
  if (gaveUp === null) return null;
  const edge = Math.abs(gaveUp);
  return {
    query: { kind: 'histogram', column: columns[side], from: -edge, to: edge, bins: 2, split: 'code' },
    without: [columns[side]],
  };
}

/** Bins of distances. */
export const GAP_BINS = 50;

/** How far apart the near and the far score of a measure lie, by answer, where both images were judged. */
function gapsQuery(measure: QualityMeasure): DeclaredQuery {
  const { from, to } = measure.axis;
  return {
    query: { kind: 'histogram', column: gapColumn(measure), from: 0, to: to - from, bins: GAP_BINS, split: 'code' },
    without: [measure.columns.near, measure.columns.far],
  };
}

/** Those among which distances are compared. */
export const GAP_CONDITIONS = ['accepted', 'pad-reject'] as const;

/** One row: how many have a distance, its median and its 95th percentile, `<condition>:<figure>`. */
function gapFiguresQuery(measure: QualityMeasure): DeclaredQuery {
  const column = gapColumn(measure);
  return {
    query: {
      kind: 'group',
      by: [],
      measures: GAP_CONDITIONS.flatMap((where): readonly MeasureInput[] => [
        { kind: 'present', name: `${where}:n`, column, where },
        { kind: 'percentile', name: `${where}:p50`, column, at: 0.5, where },
        { kind: 'percentile', name: `${where}:p95`, column, at: 0.95, where },
      ]),
    },
  };
}

/** The name of the question how often the service of a measure gave up on an image. */
export function gaveUpName(measure: QualityMeasure, side: ImageSide): string {
  return `${measure.name}:${side}:gave-up`;
}

/** How often services gave up, by {@link gaveUpName}; measures whose services never do are left out. */
export const GAVE_UP_QUERIES: DeclaredQueries = Object.fromEntries(
  QUALITY_MEASURES.flatMap((measure) =>
    IMAGE_SIDES.flatMap((side) => {
      const query = gaveUpQuery(measure, side);
      return query === null ? [] : [[gaveUpName(measure, side), query] as const];
    }),
  ),
);

/** How the scores of all measures on one image are spread, by name of the measure. */
export function scoresQueries(side: ImageSide): DeclaredQueries {
  return Object.fromEntries(QUALITY_MEASURES.map((measure) => [measure.name, scoresQuery(measure, side)] as const));
}

/** How the scores of one measure are spread on both images, and how far apart they lie. */
export function measureQueries(measure: QualityMeasure): DeclaredQueries<'near' | 'far' | 'gaps' | 'gapFigures'> {
  return {
    near: scoresQuery(measure, 'near'),
    far: scoresQuery(measure, 'far'),
    gaps: gapsQuery(measure),
    gapFigures: gapFiguresQuery(measure),
  };
}

/** Every question of the page as it opens. */
export function allQualityQueries(): DeclaredQueries {
  const [first] = QUALITY_MEASURES;
  return {
    ...QUALITY_QUERIES,
    ...GAVE_UP_QUERIES,
    ...scoresQueries('near'),
    ...(first === undefined ? {} : measureQueries(first)),
  };
}
