import { z } from 'zod';
import { Finding, Run, TableCounts } from './ledger.ts';

const RejectCount = z.object({ reason: z.string(), count: z.int().nonnegative() });

/** Where the rows of a report come from: every import with its books, and what was noticed on the way. */
export const provenanceSchema = z.object({
  /** Name of the workspace. */
  workspace: z.string(),
  tables: TableCounts,
  /** Oldest first. Rejects by reason, most first. */
  runs: z.array(Run.extend({ rejectsByReason: z.array(RejectCount).readonly() })).readonly(),
  /** About rows that were loaded all the same; `run` is the id of the import. */
  findings: z.array(Finding.extend({ run: z.int().positive(), kind: z.string() })).readonly(),
});
export type Provenance = z.infer<typeof provenanceSchema>;
export type ProvenanceRun = Provenance['runs'][number];
export type ProvenanceFinding = Provenance['findings'][number];
