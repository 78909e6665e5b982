import { z } from 'zod';

export const IMPORT_STAGES = ['survey', 'read', 'check', 'transform', 'store', 'commit'] as const;

/**
 * How far an import is. `rows` counts what is stored in the book by now, whatever the stage: from `read` on, beside all
 * else, and anew where a second reader takes over. It stays below `totalRows`, the records of the file, by those that are
 * rejected or duplicates. `bytes` of `totalBytes` is how much of the file the pass over it has read. Null: not known yet.
 */
export const ImportProgress = z.object({
  stage: z.enum(IMPORT_STAGES),
  rows: z.int().nonnegative(),
  totalRows: z.int().nonnegative().nullable(),
  bytes: z.int().nonnegative(),
  totalBytes: z.int().nonnegative().nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;
