import { z } from 'zod';
import { GUESS_READING, ReadingChoice } from './preview.ts';
import { Finding, Ledger, TableCounts } from './ledger.ts';

/** Asks for one source to be imported into a workspace. */
export const ImportRequest = z.object({
  file: z.string().min(1),
  workspace: z.string().min(1),
  /** More rejects than this refuse the import; null: any number. */
  maxRejects: z.int().nonnegative().nullable().default(null),
  /** Zone of dates that carry no offset: `UTC`, `±HH:MM`, or an IANA name. */
  defaultZone: z.string().default('UTC'),
  /** What a person chose instead of the guess; its zone is `defaultZone`. */
  reading: ReadingChoice.omit({ defaultZone: true }).default(GUESS_READING),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

/** What an import did. */
export const ImportOutcome = z.object({
  /** `already` where exactly this file was imported before: nothing changed. */
  outcome: z.enum(['imported', 'already']),
  run: z.int().positive(),
  fileName: z.string(),
  sha256: z.string(),
  ledger: Ledger,
  tables: TableCounts,
  /** Rejects by reason, most first. */
  rejectsByReason: z.array(z.object({ reason: z.string(), count: z.int().positive() })),
  findings: z.array(Finding),
  /** Wall time until the lens could answer, and of the whole import. */
  milliseconds: z.object({ lensReady: z.int().nonnegative(), total: z.int().nonnegative() }),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;
