import { z } from 'zod';
import { RowSelection } from './row-selection.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const count = z.int().nonnegative();
/** Missing where there is nothing to compute it from. */
const maybe = z.number().nullable();

export const FIGURES_TABLES = ['transform', 'no_retries'] as const;
export type FiguresTable = (typeof FIGURES_TABLES)[number];

/** One condition on a column. Conditions on the same column are alternatives, on different columns they all must hold. */
export const rowConditionSchema = z.object({
  column: z.string(),
  /** As a CSV would write it; the empty text means "missing". */
  value: z.string(),
});
export type RowCondition = z.infer<typeof rowConditionSchema>;

/** Which transactions the figures are about. */
export const figuresRequestSchema = z.object({
  table: z.enum(FIGURES_TABLES),
  where: list(rowConditionSchema),
  /** Filters that must hold besides, as tables and dashboards have them. */
  selection: RowSelection.optional(),
  /** Only the first transaction of every process. */
  firstAttempts: z.boolean().optional(),
});
export type FiguresRequest = z.infer<typeof figuresRequestSchema>;

/** A share `k` of `n` with its Wilson 95 % interval, all 0..1; `rate`, `low` and `high` are `null` where `n` is 0. */
export const proportionSchema = z.object({ n: count, k: count, rate: maybe, low: maybe, high: maybe });
export type Proportion = z.infer<typeof proportionSchema>;

/** `null`: the transactions that name no client. */
const client = z.string().nullable();
const clientProportionSchema = proportionSchema.extend({ client });
export type ClientProportion = z.infer<typeof clientProportionSchema>;

const scopeSchema = z.object({
  table: z.enum(FIGURES_TABLES),
  /** The conditions asked for, by column; values of one column are alternatives, `''` means "missing". */
  filters: list(z.object({ column: z.string(), values: list(z.string()) })),
  /** The same as one sentence. */
  filterWords: z.object({ en: z.string(), es: z.string() }),
  /** Rows of the table that the conditions select. */
  transactions: count,
  /** Processes with at least one transaction in scope. */
  processes: count,
  /** Distinct `documento`. */
  persons: count,
  /** Distinct `convenio`. */
  clients: count,
  /** Distinct days on the local clock of `date`. */
  localDays: count,
  /** `date` of the earliest and of the latest transaction, as written. */
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
});

/** Transactions and how many of them were accepted, per day on the local clock (`YYYY-MM-DD`). Days without rows are absent. */
const volumeSchema = z.object({
  byDay: list(proportionSchema.extend({ day: z.string() })),
  byDayAndClient: list(proportionSchema.extend({ day: z.string(), client })),
  /** `share` of all transactions in scope; largest client first. */
  byClient: list(z.object({ client, n: count, share: z.number() })),
});

/** The members of `ResponseOutcome`. */
const RESPONSE_OUTCOMES = ['pass', 'capture', 'system', 'attack', 'accepted'] as const;

const responseSchema = z.object({
  /** `summary_code`. */
  code: z.int().nullable(),
  /** `summary_desc`. */
  description: z.string().nullable(),
  /** `summary_status`. */
  status: z.string().nullable(),
  /** What the catalogue says that the code means; `null`: the catalogue does not know it. */
  outcome: z.enum(RESPONSE_OUTCOMES).nullable(),
  n: count,
  /** Of all transactions in scope, 0..1. */
  share: z.number(),
});
export type ResponseFigure = z.infer<typeof responseSchema>;

/** Accepted transactions (`summary_status` is `ok`) of the transactions in scope. */
const acceptanceSchema = z.object({
  overall: proportionSchema,
  byClient: list(clientProportionSchema),
  /** By position of the attempt in its whole process; the attempt 10 stands for 10 and later. Attempts out of scope are not counted. */
  byAttempt: list(proportionSchema.extend({ attempt: z.int().positive() })),
  /** Hour 0-23 on the local clock. */
  byHour: list(proportionSchema.extend({ hour: z.int() })),
  /** 1 is Monday, 7 is Sunday, on the local clock. */
  byWeekday: list(proportionSchema.extend({ weekday: z.int() })),
});

/** A share of the transactions in scope, overall and per client. */
const sharedByClientSchema = z.object({ overall: proportionSchema, byClient: list(clientProportionSchema) });

const processFiguresSchema = z.object({
  /** Processes whose attempt 1 was accepted / processes. */
  firstTry: proportionSchema,
  /** Processes whose last attempt was accepted / processes. */
  final: proportionSchema,
  /** Processes that failed attempt 1 and were accepted in any later one / processes that failed attempt 1. */
  recovery: proportionSchema,
  /** Attempts per process. Percentiles interpolate between neighbours. */
  attempts: z.object({ n: count, mean: maybe, p50: maybe, p95: maybe, max: count.nullable() }),
});
export type ProcessFigures = z.infer<typeof processFiguresSchema>;

/**
 * Figures whose unit is the process. A filter selects transactions; a process is in scope when one of its transactions
 * is, and then all its attempts in `transform` count, in scope or not and whichever table was asked for: a first try
 * and a recovery would mean nothing for part of a process. A process belongs to the client of its last attempt. A
 * transaction without a process id is a process of its own.
 */
const processesSchema = z.object({
  overall: processFiguresSchema,
  byClient: list(processFiguresSchema.extend({ client })),
  /** Processes by number of attempts; `to` is `null` in the open class, `share` is of all processes in scope. */
  distribution: list(z.object({ from: z.int(), to: z.int().nullable(), n: count, share: maybe })),
  /** Processes in scope that are a single transaction without a process id. */
  withoutProcessId: count,
});

/** A mean in milliseconds over the `n` transactions that have the value. */
const meanSchema = z.object({ n: count, mean: maybe });
export type Mean = z.infer<typeof meanSchema>;

/** Under this many values a 99th percentile rests on fewer than ten of them and is not given. */
export const LEAST_FOR_P99 = 1000;

/** Percentiles in milliseconds, exact, interpolated between neighbours. `p99` is `null` under {@link LEAST_FOR_P99} values. */
const percentilesSchema = z.object({ p50: maybe, p95: maybe, p99: maybe });

/** Time of one microservice in milliseconds: execution and queue, near and far image together unless said otherwise. */
const microserviceTimeSchema = percentilesSchema.extend({
  name: z.string(),
  /** Not executed counts as 0 ms, as published. */
  meanPerTransaction: maybe,
  /** Of all the time of the transactions whose total is known; with those of the other services and of `other` it adds up to 1. */
  share: maybe,
  /** Transactions in which the microservice ran for at least one image; the percentiles are over these. */
  executed: count,
  meanPerExecuted: maybe,
  execution: meanSchema,
  /** `null`: the microservice has no queue. */
  queue: meanSchema.nullable(),
  /** `null`: the microservice works on the pair of images. */
  near: meanSchema.nullable(),
  far: meanSchema.nullable(),
});
export type MicroserviceTime = z.infer<typeof microserviceTimeSchema>;

const timesSchema = z.object({
  /** In pipeline order. */
  microservices: list(microserviceTimeSchema),
  /** Total time less the time of all microservices: negative where near and far ran side by side, and not clipped. */
  other: percentilesSchema.extend({
    n: count,
    meanPerTransaction: maybe,
    share: maybe,
    negative: count,
    min: maybe,
  }),
  /** `total_time_ms`: wall time of the transactions where it is known. `std` is of the sample. */
  total: percentilesSchema.extend({
    n: count,
    mean: maybe,
    std: maybe,
    min: maybe,
    p25: maybe,
    p75: maybe,
    max: maybe,
  }),
});

/** Transactions by answer and by class of an image; `class` is `null` where the size of the image is missing. */
const responseByClassSchema = z.object({
  code: z.int().nullable(),
  description: z.string().nullable(),
  class: z.string().nullable(),
  n: count,
});
export type ResponseByClass = z.infer<typeof responseByClassSchema>;
const imageSizeSchema = z.object({ width: z.int().nullable(), height: z.int().nullable(), n: count });
const bothImages = <T extends z.ZodType>(item: T) => z.object({ near: list(item), far: list(item) });

const imagesSchema = z.object({
  /** Classes of the model card, by number of pixels. */
  resolution: bothImages(responseByClassSchema),
  /** SQUARE, LANDSCAPE or PORTRAIT. */
  aspectRatio: bothImages(responseByClassSchema),
  /** Transactions by size in pixels, most frequent first. */
  sizes: bothImages(imageSizeSchema),
});

/**
 * Every figure of the product over one selection of transactions, for the command line, the report and the screens.
 * The unit is the transaction, except in `processes`. Counts are exact.
 */
export const figuresSchema = z.object({
  scope: scopeSchema,
  volume: volumeSchema,
  /** Most frequent first. */
  responses: list(responseSchema),
  acceptance: acceptanceSchema,
  /** Transactions whose answer says that the service itself failed (outcome `system`) / transactions. */
  technicalFailures: sharedByClientSchema,
  /**
   * Transactions answered with a PAD reject (outcome `attack`) / transactions that reached PAD: a PAD microservice or
   * the geometry check ran, or the answer is one of theirs. From logs alone, so neither APCER nor BPCER.
   */
  padRejects: sharedByClientSchema,
  processes: processesSchema,
  times: timesSchema,
  images: imagesSchema,
});
export type Figures = z.infer<typeof figuresSchema>;
