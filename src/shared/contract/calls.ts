import { z } from 'zod';
import { figuresRequestSchema, figuresSchema } from './figures.ts';
import { ImportProgress } from './import-progress.ts';
import { ImportOutcome, ImportRequest } from './import.ts';
import { Ledger, Run, StoredReject, TableCounts, TableName } from './ledger.ts';
import { LANGUAGES } from '../language.ts';

const workspace = z.string().min(1);

/** Progress of work that has only one stage. */
export const PlainProgress = z.object({
  stage: z.string(),
  rows: z.int().nonnegative(),
  totalRows: z.int().nonnegative().nullable(),
});

export const SampleRequest = z.object({
  rows: z.int().positive().max(100_000_000).default(10_000),
  seed: z.int().nonnegative().max(0xffff_ffff).default(1),
  preset: z.enum(['january-2025']).nullable().default(null),
  format: z.enum(['csv', 'json']).default('csv'),
  out: z.string().min(1),
});
export const SampleOutcome = z.object({ file: z.string(), rows: z.int(), bytes: z.int() });

/** A finding with the run that it belongs to. */
const RunFinding = z.object({
  run: z.int(),
  kind: z.string(),
  column: z.string().nullable(),
  count: z.int(),
  firstLine: z.int().nullable(),
});

export const InfoRequest = z.object({ workspace, check: z.boolean().default(false) });
export const WorkspaceInfo = z.object({
  name: z.string(),
  folder: z.string(),
  tables: TableCounts,
  ledger: Ledger,
  runs: z.array(Run.extend({ rejectsByReason: z.array(z.object({ reason: z.string(), count: z.int() })) })),
  findings: z.array(RunFinding),
  bytes: z.int(),
});
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;

export const RejectsRequest = z.object({
  workspace,
  limit: z.int().positive().default(1_000_000),
  offset: z.int().nonnegative().default(0),
});
export const RejectsAnswer = z.object({ total: z.int(), rejects: z.array(StoredReject) });

export const FiguresOfWorkspace = figuresRequestSchema.extend({ workspace });

export const QueryRequest = z.object({
  workspace,
  sql: z.string().min(1),
  /** More rows than this are cut, and the answer says so. */
  limit: z.int().positive().max(10_000_000).default(100_000),
});
const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const QueryAnswer = z.object({
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.array(z.array(Cell)),
  truncated: z.boolean(),
  milliseconds: z.int(),
});
export type QueryAnswer = z.infer<typeof QueryAnswer>;

export const EXPORT_FORMATS = ['csv', 'parquet', 'json'] as const;
export const ExportRequest = z.object({ workspace, table: TableName, out: z.string().min(1) });
export const ExportOutcome = z.object({
  file: z.string(),
  format: z.enum(EXPORT_FORMATS),
  rows: z.int(),
  bytes: z.int(),
  sha256: z.string(),
});

export const ReportRequest = z.object({
  workspace,
  table: TableName.default('transform'),
  out: z.string().min(1),
  language: z.enum(LANGUAGES).default('en'),
});
export const ReportOutcome = z.object({ file: z.string(), bytes: z.int(), milliseconds: z.int() });

/**
 * Every call that a host offers: what it takes, answers and tells on the way. The command line, the window and the web
 * host all speak it; requests are checked by these schemas before anything runs.
 */
export const CALLS = {
  'sample.write': { request: SampleRequest, answer: SampleOutcome, progress: PlainProgress },
  'import.csv': { request: ImportRequest, answer: ImportOutcome, progress: ImportProgress },
  'workspace.info': { request: InfoRequest, answer: WorkspaceInfo, progress: PlainProgress },
  'workspace.rejects': { request: RejectsRequest, answer: RejectsAnswer, progress: PlainProgress },
  'figures.compute': { request: FiguresOfWorkspace, answer: figuresSchema, progress: PlainProgress },
  'query.run': { request: QueryRequest, answer: QueryAnswer, progress: PlainProgress },
  'table.export': { request: ExportRequest, answer: ExportOutcome, progress: PlainProgress },
  'report.write': { request: ReportRequest, answer: ReportOutcome, progress: PlainProgress },
} as const;

export type CallName = keyof typeof CALLS;
/** What the caller gives: defaults may be left out. */
export type CallRequest<Name extends CallName> = z.input<(typeof CALLS)[Name]['request']>;
/** What the handler receives. */
export type ParsedRequest<Name extends CallName> = z.output<(typeof CALLS)[Name]['request']>;
export type CallAnswer<Name extends CallName> = z.output<(typeof CALLS)[Name]['answer']>;
export type CallProgress<Name extends CallName> = z.output<(typeof CALLS)[Name]['progress']>;
