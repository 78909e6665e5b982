import { z } from 'zod';

/** The books of an import, or of a whole workspace: `read = loaded + rejected + duplicates`, always. */
export const Ledger = z.object({
  read: z.int().nonnegative(),
  loaded: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
});
export type Ledger = z.infer<typeof Ledger>;

/** Rows of the three tables. */
export const TableCounts = z.object({
  staging: z.int().nonnegative(),
  transform: z.int().nonnegative(),
  no_retries: z.int().nonnegative(),
});
export type TableCounts = z.infer<typeof TableCounts>;

export const TABLES = ['staging', 'transform', 'no_retries'] as const;
export const TableName = z.enum(TABLES);
export type TableName = z.infer<typeof TableName>;

/** Why a row was kept out. */
export const REJECT_REASONS = [
  'not-a-number',
  'not-a-whole-number',
  'not-a-date',
  'key-missing',
  'too-few-columns',
  'too-many-columns',
  'quote-not-closed',
  'text-after-quote',
  'nul-character',
  'not-readable',
  'conflict',
] as const;
export const RejectReason = z.enum(REJECT_REASONS);
export type RejectReason = z.infer<typeof RejectReason>;

/** A row that was kept out, with what is needed to mend it. */
export const Reject = z.object({
  /** Line of the source file, from 1; the header is line 1. */
  line: z.int().positive(),
  /** The staging column at fault, or null where the row as a whole is. */
  column: z.string().nullable(),
  reason: RejectReason,
  /** The row as it stood in the source, its kept columns only, as CSV; null where it could hold values of dropped columns. */
  rawText: z.string().nullable(),
  /** For a conflict: the place of the row that holds the same key with other contents. */
  other: z.object({ run: z.int().positive(), fileName: z.string(), line: z.int().positive() }).nullable(),
});
export type Reject = z.infer<typeof Reject>;

/** A reject as the book keeps it. */
export const StoredReject = Reject.extend({ id: z.int().positive(), run: z.int().positive(), fileName: z.string() });
export type StoredReject = z.infer<typeof StoredReject>;

export const FINDING_KINDS = [
  'out-of-range',
  'unknown-value',
  'unknown-response-code',
  'value-missing',
  'process-missing',
  'zone-assumed',
  'column-absent',
  'column-dropped',
] as const;
export const FindingKind = z.enum(FINDING_KINDS);
export type FindingKind = z.infer<typeof FindingKind>;

/** Something worth knowing about rows that were loaded all the same. */
export const Finding = z.object({
  kind: FindingKind,
  /** The column concerned; for a dropped column its name in the source. */
  column: z.string().nullable(),
  /** Rows concerned; 0 for a finding about the source as a whole. */
  count: z.int().nonnegative(),
  /** Line of the first row concerned. */
  firstLine: z.int().positive().nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** How a source was read. */
export const SourceSettings = z.object({
  format: z.literal('csv'),
  delimiter: z.string(),
  encoding: z.string(),
  compression: z.enum(['none', 'gzip']),
  decimalComma: z.boolean(),
  /** Zone of the dates that carry no offset. */
  defaultZone: z.string(),
  /** The staging columns that the source holds, in its order. */
  columns: z.array(z.string()),
  /** Staging column by the source's name where it was mapped by hand; null where a column was left out. */
  columnNames: z.record(z.string(), z.string().nullable()).default({}),
});
export type SourceSettings = z.infer<typeof SourceSettings>;

/** One import, as the book remembers it. */
export const Run = z.object({
  id: z.int().positive(),
  /** ISO 8601 in UTC. */
  importedAt: z.string(),
  /** Without its folder. */
  fileName: z.string(),
  /** Of the file as it was on disk, lower-case hexadecimal. */
  sha256: z.string(),
  bytes: z.int().nonnegative(),
  settings: SourceSettings,
  ledger: Ledger,
  productVersion: z.string(),
  milliseconds: z.int().nonnegative(),
});
export type Run = z.infer<typeof Run>;
