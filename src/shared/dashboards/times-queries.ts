import type { AggregateQueryInput, Facet } from '../contract/aggregate.ts';
import type { ModelCard } from '../contract/model-card.ts';
import type { DeclaredQueries, DeclaredQuery } from './declared-query.ts';
import { FACET_COLUMN } from './facet-filter.ts';

type MeasureInput = Extract<AggregateQueryInput, { kind: 'group' }>['measures'][number];

/** What the queries have to know of the microservices: those of the model card, in pipeline order. */
export type ServiceCard = Pick<ModelCard['microservices'][number], 'name' | 'images' | 'queued'>;

export const TOTAL_TIME = 'total_time_ms';
export const OTHER_TIME = 'total_time_ms_other_mircroservices';
/** Parts of a microservice's time: waiting and working, or the time for either image. */
export const TIME_PARTS = ['execution', 'queue', 'near', 'far'] as const;
export type TimePart = (typeof TIME_PARTS)[number];

/** The column of `transform` with all the time of a microservice; 0 where it was not executed. */
export function serviceTimeColumn(service: string): string {
  return `${TOTAL_TIME}_${service}`;
}

/** Whether the time of a microservice has that part. */
export function hasPart({ images, queued }: ServiceCard, part: TimePart): boolean {
  return part === 'execution' || (part === 'queue' ? queued : images === 'each');
}

/** A time to look at closer: that of the whole transaction (null) or of one microservice, where it was executed. */
export type TimedService = string | null;

/** The column and the condition that a time to look at stands for. */
export function timeOf(service: TimedService): {
  readonly column: string;
  readonly where: `executed:${string}` | null;
} {
  return service === null
    ? { column: TOTAL_TIME, where: null }
    : { column: serviceTimeColumn(service), where: `executed:${service}` };
}

const SHARES = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95, p99: 0.99 } as const;
type PercentileName = keyof typeof SHARES;

const percentiles = (
  prefix: string,
  names: readonly PercentileName[],
  { column, where }: ReturnType<typeof timeOf>,
): readonly MeasureInput[] =>
  names.map((name) => ({ kind: 'percentile', name: `${prefix}${name}`, column, at: SHARES[name], where }));

/** One row: the time of whole transactions, and what is left when the microservices' are taken away (`other_…`). */
export const TOTALS_QUERY = {
  kind: 'group',
  by: [],
  measures: [
    { kind: 'count', name: 'n' },
    { kind: 'present', name: 'timed', column: TOTAL_TIME },
    { kind: 'mean', name: 'mean', column: TOTAL_TIME },
    { kind: 'deviation', name: 'deviation', column: TOTAL_TIME },
    { kind: 'minimum', name: 'minimum', column: TOTAL_TIME },
    { kind: 'maximum', name: 'maximum', column: TOTAL_TIME },
    ...percentiles('', ['p25', 'p50', 'p75', 'p95', 'p99'], timeOf(null)),
    { kind: 'present', name: 'other_n', column: OTHER_TIME },
    { kind: 'mean', name: 'other_mean', column: OTHER_TIME },
    { kind: 'count', name: 'other_negative', where: 'negative-other' },
    { kind: 'minimum', name: 'other_minimum', column: OTHER_TIME },
    ...percentiles('other_', ['p50', 'p95', 'p99'], { column: OTHER_TIME, where: null }),
  ],
} as const satisfies AggregateQueryInput;

/** One row, measures `<microservice>:<figure>`; `timed` is the mean over the transactions whose total is known. */
function servicesQuery(services: readonly ServiceCard[]): AggregateQueryInput {
  return {
    kind: 'group',
    by: [],
    measures: services.flatMap(({ name }): readonly MeasureInput[] => [
      { kind: 'mean', name: `${name}:mean`, column: serviceTimeColumn(name) },
      { kind: 'mean', name: `${name}:timed`, column: serviceTimeColumn(name), where: 'timed' },
      { kind: 'count', name: `${name}:executed`, where: `executed:${name}` },
      { kind: 'mean', name: `${name}:mean_executed`, ...timeOf(name) },
      ...percentiles(`${name}:`, ['p5', 'p25', 'p50', 'p75', 'p95', 'p99'], timeOf(name)),
    ]),
  };
}

/** One row, `<microservice>:<part>` (mean) and `<microservice>:<part>_n`, over the transactions that have the part. */
function partsQuery(services: readonly ServiceCard[]): AggregateQueryInput {
  return {
    kind: 'group',
    by: [],
    measures: services.flatMap((service) =>
      TIME_PARTS.filter((part) => hasPart(service, part)).flatMap((part): readonly MeasureInput[] => {
        const column = `x_${part}_ms_${service.name}`;
        return [
          { kind: 'mean', name: `${service.name}:${part}`, column },
          { kind: 'present', name: `${service.name}:${part}_n`, column },
        ];
      }),
    ),
  };
}

const medianAndTail = (service: TimedService): readonly MeasureInput[] => [
  { kind: 'present', name: 'n', ...timeOf(service) },
  ...percentiles('', ['p50', 'p95'], timeOf(service)),
];

/** `n`, `p50` and `p95` of a time by day, or by day and hour, whatever dates are selected. */
export function overTimeQuery(service: TimedService, by: readonly ('day' | 'hour')[]): DeclaredQuery {
  return { query: { kind: 'group', by: [...by], measures: [...medianAndTail(service)] }, without: [FACET_COLUMN.day] };
}

/** `n`, `p50` and `p95` of a time by hour of the day, whatever hours are selected. */
export function hoursQuery(service: TimedService): DeclaredQuery {
  return {
    query: { kind: 'group', by: ['hour'], measures: [...medianAndTail(service)] },
    without: [FACET_COLUMN.hour],
  };
}

/** Mean time per transaction of every microservice and of the rest by day: what a change of the total came from. */
function serviceDaysQuery(services: readonly ServiceCard[]): AggregateQueryInput {
  return {
    kind: 'group',
    by: ['day'],
    measures: [
      { kind: 'count', name: 'n' },
      ...services.map(({ name }): MeasureInput => ({ kind: 'mean', name, column: serviceTimeColumn(name) })),
      { kind: 'mean', name: 'other', column: OTHER_TIME },
    ],
  };
}

const BINS = 60;

/** How a time is spread, whatever range of it is selected. Columns `from`, `to`, `n`. */
export function spreadQuery(service: TimedService): DeclaredQuery {
  const { column, where } = timeOf(service);
  return { query: { kind: 'histogram', bins: BINS, column, where }, without: [column] };
}

export const IMAGE_CLASS_FACETS = [
  'near_class',
  'far_class',
  'near_aspect',
  'far_aspect',
] as const satisfies readonly Facet[];
export type ImageClassFacet = (typeof IMAGE_CLASS_FACETS)[number];

/** Transactions by answer and class of an image. */
export function answersByClassQuery(facet: ImageClassFacet): DeclaredQuery {
  return {
    query: { kind: 'group', by: ['code', 'description', facet], measures: [{ kind: 'count', name: 'n' }] },
    without: [FACET_COLUMN[facet], FACET_COLUMN.code, FACET_COLUMN.description],
  };
}

/** The questions of the page of microservice times that do not depend on what is chosen there. */
export function timesQueries(
  services: readonly ServiceCard[],
): DeclaredQueries<'totals' | 'services' | 'parts' | 'otherSpread' | 'serviceDays'> {
  return {
    totals: { query: TOTALS_QUERY },
    services: { query: servicesQuery(services) },
    parts: { query: partsQuery(services) },
    otherSpread: { query: { kind: 'histogram', column: OTHER_TIME, bins: BINS }, without: [OTHER_TIME] },
    serviceDays: { query: serviceDaysQuery(services), without: [FACET_COLUMN.day] },
  };
}

/** Every question of the page as it opens. */
export function allTimesQueries(services: readonly ServiceCard[]): DeclaredQueries {
  return {
    ...timesQueries(services),
    spread: spreadQuery(null),
    days: overTimeQuery(null, ['day']),
    hours: hoursQuery(null),
    ...Object.fromEntries(IMAGE_CLASS_FACETS.map((facet) => [facet, answersByClassQuery(facet)])),
  };
}
