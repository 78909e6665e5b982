import { z } from 'zod';
import { RowBlock } from './row-block.ts';
import { RowSelection } from './row-selection.ts';

const count = z.int().nonnegative();
const name = z.string().min(1).max(80);
const column = z.string().min(1).max(120);

/**
 * Which transactions a dashboard is about: all of them; the last of every process (`no_retries`); the first of every
 * process.
 */
export const SCOPES = ['all', 'without-retries', 'first-attempts'] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;

/**
 * What transactions are grouped by. Days, months and hours are on the local clock of `date`; `day` is `YYYY-MM-DD`, `month`
 * `YYYY-MM`, `weekday` 1 (Monday) to 7. `attempt` is the position in the whole process, 10 stands for 10 and later.
 */
export const FACETS = [
  'client',
  'code',
  'description',
  'status',
  'day',
  'month',
  'year',
  'weekday',
  'hour',
  'minute',
  'attempt',
  'near_class',
  'far_class',
  'near_aspect',
  'far_aspect',
  'same_class',
  'same_aspect',
] as const;
export const Facet = z.enum(FACETS);
export type Facet = z.infer<typeof Facet>;

/**
 * What is counted of a group. `accepted`: `summary_status` is `ok`; `technical-failure`, `pad-reject`: the outcome of the
 * answer in the catalogue is `system` or `attack`; `reached-pad`: the denominator of the PAD reject rate; `capture-reject`:
 * the outcome is `capture`; `timed`: `total_time_ms` is known; `executed:NAME`: the microservice ran for at least one image.
 */
export const Condition = z.union([
  z.enum(['accepted', 'technical-failure', 'pad-reject', 'reached-pad', 'capture-reject', 'negative-other', 'timed']),
  z.templateLiteral(['executed:', z.string().min(1).max(60)]),
]);
export type Condition = z.infer<typeof Condition>;

/**
 * A figure of a group, under its `name`. `column` is a number of `transform` or of the lens, or `gap:MEASURE`, the distance
 * between the scores of a measure on the near and on the far image; missing values and sentinels are not counted. `present` counts the values that are there. Percentiles are exact, interpolated between neighbours; those
 * of `at` 0.99 and beyond are null under 1,000 values. `distinct` counts different values of a text column.
 */
export const Measure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), name, where: Condition.nullable().default(null) }),
  z.object({ kind: z.literal('present'), name, column, where: Condition.nullable().default(null) }),
  z.object({ kind: z.literal('mean'), name, column, where: Condition.nullable().default(null) }),
  z.object({ kind: z.literal('sum'), name, column, where: Condition.nullable().default(null) }),
  z.object({ kind: z.literal('minimum'), name, column, where: Condition.nullable().default(null) }),
  z.object({ kind: z.literal('maximum'), name, column, where: Condition.nullable().default(null) }),
  /** Standard deviation of the sample; null under two values. */
  z.object({ kind: z.literal('deviation'), name, column, where: Condition.nullable().default(null) }),
  z.object({
    kind: z.literal('percentile'),
    name,
    column,
    at: z.number().min(0).max(1),
    where: Condition.nullable().default(null),
  }),
  z.object({ kind: z.literal('distinct'), name, column, where: Condition.nullable().default(null) }),
]);
export type Measure = z.infer<typeof Measure>;

/** What processes are grouped by: the client and the answers are those of the first or the last attempt. */
export const PROCESS_FACETS = ['client', 'attempts', 'first_description', 'last_description'] as const;
export const ProcessFacet = z.enum(PROCESS_FACETS);
export type ProcessFacet = z.infer<typeof ProcessFacet>;

/**
 * A question about the selected transactions, or, in `processes` and the kinds after it, about the processes that have one of
 * them, with all their attempts. The answer is a {@link RowBlock}, one row for each group that has any (one in all where nothing is
 * grouped by); its columns are the facets, then the measures.
 */
export const AggregateQuery = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), by: z.array(Facet).max(3), measures: z.array(Measure).min(1).max(120) }),
  /**
   * Columns `split` (where asked for), `from`, `to`, `n`: bins of equal width whose edges depend on the workspace alone,
   * not on the selection, so that they stand still under a filter. The outermost bins are open: they hold what is beyond. Edges are
   * round numbers and `bins` the most there are, unless `from` or `to` is given: then there are exactly so many. Bins without rows are
   * told too, for each part that has any.
   */
  z.object({
    kind: z.literal('histogram'),
    column,
    bins: z.int().min(2).max(400),
    split: Facet.nullable().default(null),
    where: Condition.nullable().default(null),
    /** Edges to take instead. */
    from: z.number().nullable().default(null),
    to: z.number().nullable().default(null),
  }),
  /** Columns `x`, `y` (lower edges of the bins), `n`, over rows that have both values. */
  z.object({
    kind: z.literal('density'),
    x: column,
    y: column,
    bins: z.int().min(2).max(100),
    where: Condition.nullable().default(null),
  }),
  /**
   * Columns of `by`, then `n`, `first_accepted`, `finally_accepted`, `ever_accepted`, `recovered`, `failed_first`,
   * `abandoned`, `closed` (processes whose abandonment can be told: its denominator; a process whose last attempt is closer
   * than the timeout to the last instant of the workspace may still go on), `returned_late` (processes in which an attempt came
   * longer than the timeout after one that failed), `attempts`, `attempts_p50`, `attempts_p95`, `attempts_max`. `attempts` as
   * facet goes 1, 2, … 10 (10 and more) and is called `size`.
   */
  z.object({
    kind: z.literal('processes'),
    by: z.array(ProcessFacet).max(2),
    /** A process whose last attempt failed is abandoned when no further one came within so long. */
    abandonedAfterSeconds: z.number().positive().default(1800),
  }),
  /**
   * Columns `attempt`, `from`, `from_outcome`, `to`, `to_outcome`, `last`, `n`: what followed the answer of an attempt, first
   * attempts first, most frequent first. An answer is a description with its outcome: `accepted` where the attempt was, else that of
   * its code in the catalogue, missing where the catalogue does not know the code. Where the attempt was the last of its process,
   * `last` is true and `to` and `to_outcome` are missing.
   */
  z.object({
    kind: z.literal('transitions'),
    /** Of how many first attempts of every process. */
    attempts: z.int().min(1).max(10).default(4),
    /** Of all attempts instead, whichever their number: there is no column `attempt`. */
    together: z.boolean().default(false),
  }),
  /**
   * Kaplan-Meier estimate of the time from the first attempt to the first acceptance, processes never accepted censored at
   * their last attempt. Columns `client` (where split), `seconds`, `accepted` (share accepted by then), `low`, `high` (95 %,
   * Greenwood's variance on the log-log scale; missing where everybody was accepted), `at_risk` (processes under way just
   * before), `of_all` (share of all processes, given up or not, that were accepted by then). Not every step: the last, and the
   * first of those in the same third of an octave of time and hundredth of acceptance, so at most 200 for a curve, none of them
   * approximate, and the time at which a whole percentage was reached is among them.
   */
  z.object({ kind: z.literal('time-to-acceptance'), split: z.enum(['client']).nullable().default(null) }),
  /**
   * Columns `process`, `client`, `attempts`, `row` (id of the last), `first_date`, `seconds` (from the first attempt to the
   * last), `last_description`, `accepted` (the last attempt was), most attempts first, then by `row`.
   */
  z.object({ kind: z.literal('longest-processes'), limit: z.int().min(1).max(1000).default(20) }),
  /**
   * Columns `person`, `processes`, `attempts`, `accepted` (processes whose last attempt was), `clients`, `row` (id of the last
   * transaction), most processes first, then most attempts, then by `row`. A process belongs to the person of its last attempt.
   */
  z.object({ kind: z.literal('busiest-persons'), limit: z.int().min(1).max(1000).default(20) }),
]);
export type AggregateQuery = z.infer<typeof AggregateQuery>;
export type AggregateQueryInput = z.input<typeof AggregateQuery>;

/** A question of a dashboard, under a name of its own. */
export const NamedQuery = z.object({
  name,
  query: AggregateQuery,
  /** Filters on these columns are left out: a chart does not filter itself. */
  without: z.array(column).max(10).default([]),
});
export type NamedQuery = z.infer<typeof NamedQuery>;

/** Which rows: a scope and the filters over `transform`. */
export const DashboardSelection = z.object({ workspace: z.string().min(1), scope: Scope, selection: RowSelection });
export type DashboardSelection = z.infer<typeof DashboardSelection>;

/** Asks all questions of a page at once. */
export const AggregateRequest = DashboardSelection.extend({
  queries: z.array(NamedQuery).min(1).max(80),
  /** The column of the filter that is being dragged: the engine prepares for more of the same. */
  brushing: column.nullable().default(null),
});
export type AggregateRequest = z.infer<typeof AggregateRequest>;
export const AggregateAnswer = z.object({
  /** Which state of the workspace answered; it changes with every import. */
  stamp: z.string(),
  /** Transactions selected, of those in the scope. */
  rows: count,
  ofRows: count,
  /** By the name of the question. */
  answers: z.record(z.string(), RowBlock),
  milliseconds: z.number().nonnegative(),
});
export type AggregateAnswer = z.infer<typeof AggregateAnswer>;

/** Asks for the statement over the lens that gives the same rows as a question. */
export const AggregateSqlRequest = DashboardSelection.extend({ query: NamedQuery });
export const AggregateSqlAnswer = z.object({ sql: z.string() });

/** Asks what the times would be if microservices took another share of their time: 0.7 is 30 % less. */
export const WhatIfRequest = DashboardSelection.extend({
  factors: z.record(z.string(), z.number().min(0).max(10)),
});
export type WhatIfRequest = z.infer<typeof WhatIfRequest>;
const timeSummary = z.object({
  n: count,
  mean: z.number().nullable(),
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
});
/** Of `total_time_ms`, in milliseconds, as it is and as it would be, computed from every transaction. */
export const WhatIfAnswer = z.object({ before: timeSummary, after: timeSummary });
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>;

/**
 * Asks which transactions would be answered otherwise under other thresholds, by the name of the threshold. The answer of
 * the log holds unless a moved threshold changes it: acceptance is never computed anew from limits that were not moved.
 */
export const ThresholdRequest = DashboardSelection.extend({
  /** Limits inclusive, as the catalogue of thresholds has them; null: no limit on that side. */
  limits: z.record(z.string(), z.object({ least: z.number().nullable(), most: z.number().nullable() })),
  /** How many transactions to name of each kind of change. */
  examples: z.int().min(0).max(1000).default(0),
});
export type ThresholdRequest = z.infer<typeof ThresholdRequest>;
const thresholdChange = z.object({
  n: count,
  acceptedBefore: count,
  /** `acceptedBefore` less `lost` plus `won`: the least that would be accepted. */
  acceptedAfter: count,
  /** Accepted now, refused by the moved thresholds. */
  lost: count,
  /** Refused now for moved thresholds alone, and passing every check after. */
  won: count,
  /** Refused now for moved thresholds alone and let on by them after, but later checks never ran: up to so many more. */
  undecided: count,
});
export type ThresholdChange = z.infer<typeof thresholdChange>;
export const ThresholdAnswer = z.object({
  overall: thresholdChange,
  /** Most transactions first. */
  byClient: z.array(thresholdChange.extend({ client: z.string().nullable() })),
  /** What each moved threshold would do if it were the only one moved: together they may do more, or less. */
  byThreshold: z.array(thresholdChange.extend({ threshold: z.string() })),
  /**
   * Attempts that would not have been made less those added, counted in all attempts of the processes that have a
   * selected transaction. Saved: those made after the first attempt that would now be accepted, up to the first that
   * the log accepts (without one: to the last). Added: one for each process that the log accepts and that would no
   * longer be accepted at any attempt.
   */
  retriesSaved: z.int(),
  /** The parts of `retriesSaved`, with undecided transactions taken as refused, and as accepted (`…IfUndecidedPass`). */
  retries: z.object({
    processes: count,
    attempts: count,
    saved: count,
    added: count,
    savedIfUndecidedPass: count,
    addedIfUndecidedPass: count,
  }),
  /** Of all selected; the same as in `overall`. */
  undecided: count,
  /**
   * Answers that the limits of the catalogue do not explain for a moved threshold: accepted although a score fails it,
   * or refused with its code although every score passes. Moving the threshold does not change them.
   */
  unexplained: count,
  /**
   * Columns `row` (id of the transaction), `change` (`lost`, `won`, `undecided`), `client`, `threshold` (the first moved
   * one, in pipeline order, that decides), `column` and `score` (what it decides on), in order of id, by kind of change.
   */
  examples: RowBlock,
  milliseconds: z.number().nonnegative(),
});
export type ThresholdAnswer = z.infer<typeof ThresholdAnswer>;

/** Asks how the rows that `part` selects differ from the others of the selection. */
export const ExplainRequest = DashboardSelection.extend({
  part: RowSelection,
  limit: z.int().min(1).max(200).default(40),
});
export type ExplainRequest = z.infer<typeof ExplainRequest>;
/** How the values of one column, or whether there are any, differ between the part and the rest. */
export const ColumnDifference = z.object({
  column,
  /** `missing`: in how many rows the column has no value; otherwise only rows with a value count. */
  of: z.enum(['value', 'missing']).default('value'),
  /**
   * Cliff's delta for numbers, above 0 where values of the part are greater; Cramér's V, corrected for bias, for categories, for
   * missingness and for numbers that are spread otherwise rather than higher or lower.
   */
  effect: z.object({ kind: z.enum(['cohens-d', 'cramers-v', 'cliffs-delta']), value: z.number() }),
  /**
   * How strong the difference is, 0..1, in the same terms for every column and whatever the size of the part: the size of
   * Cliff's delta, or that of two equally large groups with the same association.
   */
  strength: z.number().min(0).max(1),
  /** Two-sided, adjusted over all columns (Benjamini-Hochberg). */
  p: z.number().min(0).max(1),
  nPart: count,
  nRest: count,
  /** The part is selected by this column, or by what it is computed from or with: the difference says nothing new. */
  isRelated: z.boolean().default(false),
  /** Of `missing`, and of whether a microservice was executed: further columns without a value in the very same rows. */
  alike: z.array(column).default([]),
  /** Of numbers. */
  centre: z
    .object({ medianPart: z.number(), medianRest: z.number(), meanPart: z.number(), meanRest: z.number() })
    .nullable()
    .default(null),
  shape: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('values'),
      /** As filters write them. Numbers and truths ascending, texts by their share. */
      values: z.array(z.object({ value: z.string().nullable(), part: count, rest: count })),
      /** Rows with rarer values than those listed, and how many values these are. */
      others: z.object({ values: count, part: count, rest: count }).nullable().default(null),
    }),
    /** Rows of each bin, which holds its lower edge but not its upper one; the outermost are open. Days are counted since 1970. */
    z.object({
      kind: z.literal('bins'),
      edges: z.array(z.number()),
      part: z.array(count),
      rest: z.array(count),
      medianPart: z.number().nullable(),
      medianRest: z.number().nullable(),
      /** The column holds whole numbers only. */
      isWhole: z.boolean().default(false),
    }),
    /** Rows without a value. */
    z.object({ kind: z.literal('missing'), part: count, rest: count }),
  ]),
});
export type ColumnDifference = z.infer<typeof ColumnDifference>;
export const ExplainAnswer = z.object({
  part: count,
  rest: count,
  /** Tests made: those that `p` is adjusted over. A number is tested twice, for its height and for its spread. */
  tested: count.default(0),
  /** Unrelated ones first; in these those with p under 0.05 first; the strongest first. */
  columns: z.array(ColumnDifference),
  milliseconds: z.number().nonnegative(),
});
export type ExplainAnswer = z.infer<typeof ExplainAnswer>;
