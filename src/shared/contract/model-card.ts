import { z } from 'zod';
import { TABLES } from './ledger.ts';

const words = z.object({ en: z.string(), es: z.string() });

export const CardColumn = z.object({
  name: z.string(),
  kind: z.enum(['text', 'integer', 'score', 'probability', 'duration', 'timestamp', 'boolean']),
  /** `null` where a number has none, or for no number. */
  unit: z.string().nullable(),
  group: z.enum(['identity', 'answer', 'image', 'quality', 'pad', 'time', 'date']),
  meaning: words,
  microservice: z.string().nullable(),
  side: z.enum(['near', 'far']).nullable(),
  timing: z.enum(['execution', 'queue']).nullable(),
  /** Holds pseudonyms. */
  identifying: z.boolean(),
  /** The value that stands for "missing" in this column. */
  sentinel: z.number().nullable(),
  /** A time of 0 in the transform stands for "not executed" too. */
  zeroMeansNotExecuted: z.boolean(),
  /** Staging: whether an import needs it. */
  presence: z.enum(['required', 'optional']).nullable(),
  /** Columns that the lens adds (`x_…`): there for filters and queries, not rows of the book. */
  isExtra: z.boolean(),
});
export type CardColumn = z.infer<typeof CardColumn>;

/** A limit that the API holds the scores of both images against. */
export const CardThreshold = z.object({
  name: z.string(),
  service: z.enum(['iqa_heuristics', 'geometry_check', 'as_heuristics']),
  label: words,
  /** Scores from `least` to `most` pass, both included; `null`: no limit on that side. */
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** The columns that it judges, near image first. None where the log does not hold the score. */
  columns: z.array(z.string()),
  /** The `summary_code` of a transaction refused for it. */
  failsWith: z.int(),
});
export type CardThreshold = z.infer<typeof CardThreshold>;

/** What the product knows about the data: columns of the tables, microservices, answers. */
export const ModelCard = z.object({
  tables: z.array(z.object({ name: z.enum(TABLES), columns: z.array(CardColumn) })),
  groups: z.record(z.string(), words),
  /** In pipeline order. */
  microservices: z.array(
    z.object({ name: z.string(), images: z.enum(['each', 'pair']), queued: z.boolean(), label: words }),
  ),
  responses: z.array(
    z.object({
      code: z.int(),
      microservice: z.string(),
      description: z.string(),
      outcome: z.enum(['pass', 'capture', 'system', 'attack', 'accepted']),
      message: words,
    }),
  ),
  /** The limits that the API holds scores against, in pipeline order. */
  thresholds: z.array(CardThreshold).default([]),
});
export type ModelCard = z.infer<typeof ModelCard>;
