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
});
export type ModelCard = z.infer<typeof ModelCard>;
