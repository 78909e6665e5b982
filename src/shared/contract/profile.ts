import { z } from 'zod';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const localizedText = z.object({ en: z.string(), es: z.string() });

export const PROFILE_TABLES = ['staging', 'transform', 'no_retries'] as const;
export type ProfileTable = (typeof PROFILE_TABLES)[number];

/** Bars over a number's values. A bin holds its lower edge, not its upper one; the last bin holds both. */
const histogramSchema = z.discriminatedUnion('kind', [
  /** Few distinct whole numbers: one bar for each, ascending. */
  z.object({ kind: z.literal('values'), bars: list(z.object({ value: z.number(), count })) }),
  /** Equal bins from `from`; `below` and `above` count the values outside them. */
  z.object({
    kind: z.literal('bins'),
    from: z.number(),
    width: z.number().positive(),
    counts: list(count),
    below: count,
    above: count,
  }),
]);
export type Histogram = z.infer<typeof histogramSchema>;

/** Moments and percentiles over the finite values of a number, missing ones left out. Percentiles interpolate between neighbours. */
const spreadSchema = z.object({
  mean: z.number(),
  /** Of the sample; `null` for a single value. */
  sd: z.number().nullable(),
  min: z.number(),
  p5: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p95: z.number(),
  max: z.number(),
  /** Adjusted Fisher-Pearson skewness; `null` for fewer than three values or where all are equal. */
  skewness: z.number().nullable(),
  /** Values further than three interquartile ranges outside the quartiles (Tukey's outer fences). */
  farOut: count,
  histogram: histogramSchema,
});
export type Spread = z.infer<typeof spreadSchema>;

const numberDetailSchema = z.object({
  kind: z.literal('number'),
  /** Values that enter `spread`. */
  finite: count,
  /** Infinite, not a number or so large (beyond ±1e75) that no moment can be computed: left out of `spread`. */
  infinite: count,
  zeros: count,
  negatives: count,
  /** In the transform, a time of 0 also stands for "not executed". */
  zeroMeansNotExecuted: z.boolean(),
  spread: spreadSchema.nullable(),
});
export type NumberDetail = z.infer<typeof numberDetailSchema>;

export const TOP_VALUES = 10;

const categoryDetailSchema = z.object({
  kind: z.literal('category'),
  /** The most frequent values, ties in byte order; `share` is of the values present. */
  top: list(z.object({ value: z.string(), count, share })),
  /** What `top` leaves out. */
  other: z.object({ distinct: count, count }),
  /** Of a text, in characters; `null` for truth values, codes and columns without a value. */
  length: z.object({ shortest: count, longest: count }).nullable(),
});
export type CategoryDetail = z.infer<typeof categoryDetailSchema>;

const dayRangeSchema = z.object({ from: z.string(), to: z.string(), days: count });
export type DayRange = z.infer<typeof dayRangeSchema>;

export const LONGEST_GAPS = 20;

const timestampDetailSchema = z.object({
  kind: z.literal('timestamp'),
  /** As written, by instant; `null` where there is no value. */
  first: z.string().nullable(),
  last: z.string().nullable(),
  /** Differences from UTC that occur, most frequent first. */
  offsets: list(z.object({ offset: z.string(), count })),
  /** Rows by weekday (7 rows, Monday first) and hour (24 columns) on the local clock. */
  byWeekdayAndHour: list(list(count)),
  /** Local days between the first and the last one, both included, and how many of them hold a row. */
  days: z.object({ span: count, withData: count }),
  /** Local days without a row, longest gap first, at most `LONGEST_GAPS`. */
  gaps: list(dayRangeSchema),
  /** Rows that are earlier than the row before them in the order of the source. */
  outOfOrder: count,
});
export type TimestampDetail = z.infer<typeof timestampDetailSchema>;

const columnProfileSchema = z.object({
  name: z.string(),
  /** Of the model card. */
  kind: z.enum(['text', 'integer', 'score', 'probability', 'duration', 'timestamp', 'boolean']),
  unit: z.string().nullable(),
  group: z.enum(['identity', 'answer', 'image', 'quality', 'pad', 'time', 'date']),
  meaning: localizedText,
  /** Holds pseudonyms. */
  identifying: z.boolean(),
  /** The value that stands for "missing" and is counted as such; `null` where an empty cell does. */
  sentinel: z.number().nullable(),
  n: count,
  missing: z.object({ n: count, share }),
  /** Different values, missing left out. */
  distinct: count,
  detail: z.discriminatedUnion('kind', [numberDetailSchema, categoryDetailSchema, timestampDetailSchema]),
});
export type ColumnProfile = z.infer<typeof columnProfileSchema>;

export const ALERT_KINDS = [
  'all-missing',
  'infinite',
  'negative-time',
  'highly-missing',
  'out-of-order',
  'gaps',
  'zeros',
  'imbalance',
  'skewed',
  'constant',
  'unique-key',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Another column's values with which a column is never filled, and how many of the rows that lack it hold one of them. */
const missingReasonSchema = z.object({ column: z.string(), values: list(z.string()), rows: count });
export type MissingReason = z.infer<typeof missingReasonSchema>;

/** A finding on one column, or on several with the same finding on the same number of rows. */
const alertSchema = z.object({
  kind: z.enum(ALERT_KINDS),
  columns: z.array(z.string()).nonempty().readonly(),
  /** Rows that the finding is about (days without data for `gaps`), in each column, and what share of all rows (of all days) they are. */
  rows: count,
  share,
  /** The value of a constant or of an imbalance; the skewness of a skewed column. */
  value: z.union([z.string(), z.number()]).nullable(),
  /** Why the rows lack the column, where another column tells. */
  reason: missingReasonSchema.nullable(),
});
export type ProfileAlert = z.infer<typeof alertSchema>;

/** What every column of a table holds. Exact: every row is counted, none sampled. */
export const tableProfileSchema = z.object({
  table: z.enum(PROFILE_TABLES),
  rows: count,
  columns: list(columnProfileSchema),
  /** Most important first. */
  alerts: list(alertSchema),
});
export type TableProfile = z.infer<typeof tableProfileSchema>;
