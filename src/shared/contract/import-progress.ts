import { z } from 'zod';

export const IMPORT_STAGES = ['survey', 'read', 'check', 'transform', 'store', 'commit'] as const;

/** How far an import is. `rows` of `totalRows` and `bytes` of `totalBytes` belong to the stage; null where not known. */
export const ImportProgress = z.object({
  stage: z.enum(IMPORT_STAGES),
  rows: z.int().nonnegative(),
  totalRows: z.int().nonnegative().nullable(),
  bytes: z.int().nonnegative(),
  totalBytes: z.int().nonnegative().nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;
