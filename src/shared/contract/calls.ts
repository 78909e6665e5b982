import { z } from 'zod';
import {
  AggregateAnswer,
  AggregateRequest,
  AggregateSqlAnswer,
  AggregateSqlRequest,
  ExplainAnswer,
  ExplainRequest,
  Scope,
  ThresholdAnswer,
  ThresholdRequest,
  WhatIfAnswer,
  WhatIfRequest,
} from './aggregate.ts';
import { figuresRequestSchema, figuresSchema } from './figures.ts';
import { ImportProgress } from './import-progress.ts';
import { ImportOutcome, ImportRequest } from './import.ts';
import { Ledger, RejectReason, Run, StoredReject, TableCounts, TableName } from './ledger.ts';
import { LANGUAGES } from '../language.ts';
import {
  CountAnswer,
  CountRequest,
  OverviewAnswer,
  OverviewRequest,
  RowsAnswer,
  RowsRequest,
  TransactionDetail,
  TransactionRequest,
  ValuesAnswer,
  ValuesRequest,
} from './grid.ts';
import { HOST_CALLS } from './host-calls.ts';
import { ModelCard } from './model-card.ts';
import { ImportPreview, PreviewRequest } from './preview.ts';
import { RowBlock } from './row-block.ts';
import { EVERY_ROW, RowOrder, RowSelection } from './row-selection.ts';
import { SavedViews, ViewsChangeRequest, ViewsRequest } from './saved-view.ts';

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
  runs: z.array(
    Run.extend({
      rejectsByReason: z.array(z.object({ reason: z.string(), count: z.int() })),
      /** Loaded rows that were rejects and were corrected by hand. */
      corrected: z.int().nonnegative().default(0),
    }),
  ),
  findings: z.array(RunFinding),
  bytes: z.int(),
});
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;

export const RejectsRequest = z.object({
  workspace,
  limit: z.int().positive().default(1_000_000),
  offset: z.int().nonnegative().default(0),
  /** Only those of this import, for this reason, of this column; null: of any. */
  run: z.int().positive().nullable().default(null),
  reason: RejectReason.nullable().default(null),
  column: z.string().nullable().default(null),
});
export const RejectsAnswer = z.object({ total: z.int(), rejects: z.array(StoredReject) });

const RejectsFilter = RejectsRequest.pick({ workspace: true, run: true, reason: true, column: true });
/** Writes rejects to a CSV file: line, column, reason, then the row as it stood. */
export const RejectsExportRequest = RejectsFilter.extend({ out: z.string().min(1) });
/** Asks for one reject cut into cells, to be mended. */
export const RejectCellsRequest = z.object({ workspace, id: z.int().positive() });
export const RejectCells = z.object({
  reject: StoredReject,
  /** In the order of the source; `column` is the staging column. Empty where the row cannot be cut into cells. */
  cells: z.array(z.object({ column: z.string(), text: z.string(), problem: RejectReason.nullable() })),
  /** Why it cannot be loaded by correcting cells; null where it can. */
  obstacle: z.string().nullable(),
  /** For a conflict: the row of the tables that holds the same key, where it is still there. */
  otherRow: z.int().positive().nullable().default(null),
});
export type RejectCells = z.infer<typeof RejectCells>;
/** Loads a reject again with some of its cells corrected. */
export const RejectRetryRequest = RejectCellsRequest.extend({ corrections: z.record(z.string(), z.string()) });
export const RejectRetryAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('loaded'), row: z.int().positive() }),
  z.object({ outcome: z.literal('duplicate') }),
  z.object({ outcome: z.literal('rejected'), column: z.string().nullable(), reason: RejectReason }),
]);
export type RejectRetryAnswer = z.infer<typeof RejectRetryAnswer>;

export const CreateRequest = z.object({ workspace });
export const PrepareRequest = z.object({ workspace });
/** The lens mirrors the book from here on. */
export const PrepareAnswer = z.object({ stamp: z.string(), rebuilt: z.boolean(), milliseconds: z.int() });

export const FiguresOfWorkspace = figuresRequestSchema.extend({ workspace });

/** The transactions that the filters of the window select: a statement can read them as the table `selected`. */
const Selected = z.object({ scope: Scope, selection: RowSelection });
export type Selected = z.infer<typeof Selected>;

export const QueryRequest = z.object({
  workspace,
  sql: z.string().min(1),
  selected: Selected.nullable().default(null),
  /** More rows than this are cut, and the answer says so. */
  limit: z.int().positive().max(10_000_000).default(100_000),
});
export const QueryAnswer = z.object({
  /** `type` is DuckDB's name of it. */
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  block: RowBlock,
  truncated: z.boolean(),
  milliseconds: z.int(),
});
export type QueryAnswer = z.infer<typeof QueryAnswer>;
/** Writes the answer of a statement to a file; the format follows from the extension. */
export const QueryExportRequest = z.object({
  workspace,
  sql: z.string().min(1),
  selected: Selected.nullable().default(null),
  out: z.string().min(1),
});

export const EXPORT_FORMATS = ['csv', 'parquet', 'json'] as const;
export const ExportRequest = z.object({
  workspace,
  table: TableName,
  out: z.string().min(1),
  selection: RowSelection.default(EVERY_ROW),
  order: RowOrder.default([]),
  /** Names and order of the columns to write; null: all, in the published order. */
  columns: z.array(z.string()).min(1).nullable().default(null),
});
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
 * Every call that the engine answers: what it takes, answers and tells on the way, and where it runs. `runs` says how long
 * it may take: `quick` ones share a thread and are answered at once, `long` ones get a thread of their own, `in-columns`
 * ones share the thread that keeps the columns of dashboards in memory.
 */
export const CALLS = {
  'model.card': { request: z.object({}), answer: ModelCard, progress: PlainProgress, runs: 'quick' },
  'sample.write': { request: SampleRequest, answer: SampleOutcome, progress: PlainProgress, runs: 'long' },
  'import.preview': { request: PreviewRequest, answer: ImportPreview, progress: PlainProgress, runs: 'long' },
  'import.csv': { request: ImportRequest, answer: ImportOutcome, progress: ImportProgress, runs: 'long' },
  'workspace.create': { request: CreateRequest, answer: WorkspaceInfo, progress: PlainProgress, runs: 'long' },
  'workspace.info': { request: InfoRequest, answer: WorkspaceInfo, progress: PlainProgress, runs: 'quick' },
  'workspace.prepare': { request: PrepareRequest, answer: PrepareAnswer, progress: PlainProgress, runs: 'long' },
  'workspace.rejects': { request: RejectsRequest, answer: RejectsAnswer, progress: PlainProgress, runs: 'quick' },
  'rejects.export': { request: RejectsExportRequest, answer: ExportOutcome, progress: PlainProgress, runs: 'long' },
  'reject.cells': { request: RejectCellsRequest, answer: RejectCells, progress: PlainProgress, runs: 'quick' },
  'reject.retry': { request: RejectRetryRequest, answer: RejectRetryAnswer, progress: PlainProgress, runs: 'long' },
  'grid.rows': { request: RowsRequest, answer: RowsAnswer, progress: PlainProgress, runs: 'quick' },
  'grid.count': { request: CountRequest, answer: CountAnswer, progress: PlainProgress, runs: 'quick' },
  'grid.values': { request: ValuesRequest, answer: ValuesAnswer, progress: PlainProgress, runs: 'quick' },
  'grid.overview': { request: OverviewRequest, answer: OverviewAnswer, progress: PlainProgress, runs: 'quick' },
  'transaction.read': {
    request: TransactionRequest,
    answer: TransactionDetail,
    progress: PlainProgress,
    runs: 'quick',
  },
  'figures.compute': { request: FiguresOfWorkspace, answer: figuresSchema, progress: PlainProgress, runs: 'quick' },
  'dashboard.read': {
    request: AggregateRequest,
    answer: AggregateAnswer,
    progress: PlainProgress,
    runs: 'in-columns',
  },
  'dashboard.sql': {
    request: AggregateSqlRequest,
    answer: AggregateSqlAnswer,
    progress: PlainProgress,
    runs: 'in-columns',
  },
  'dashboard.what-if': { request: WhatIfRequest, answer: WhatIfAnswer, progress: PlainProgress, runs: 'in-columns' },
  'dashboard.thresholds': {
    request: ThresholdRequest,
    answer: ThresholdAnswer,
    progress: PlainProgress,
    runs: 'in-columns',
  },
  'dashboard.explain': {
    request: ExplainRequest,
    answer: ExplainAnswer,
    progress: PlainProgress,
    runs: 'in-columns',
  },
  'views.read': { request: ViewsRequest, answer: SavedViews, progress: PlainProgress, runs: 'quick' },
  'views.change': { request: ViewsChangeRequest, answer: SavedViews, progress: PlainProgress, runs: 'long' },
  'query.run': { request: QueryRequest, answer: QueryAnswer, progress: PlainProgress, runs: 'quick' },
  'query.export': { request: QueryExportRequest, answer: ExportOutcome, progress: PlainProgress, runs: 'long' },
  'table.export': { request: ExportRequest, answer: ExportOutcome, progress: PlainProgress, runs: 'long' },
  'report.write': { request: ReportRequest, answer: ReportOutcome, progress: PlainProgress, runs: 'long' },
} as const;

export type CallName = keyof typeof CALLS;
/** What the caller gives: defaults may be left out. */
export type CallRequest<Name extends CallName> = z.input<(typeof CALLS)[Name]['request']>;
/** What the handler receives. */
export type ParsedRequest<Name extends CallName> = z.output<(typeof CALLS)[Name]['request']>;
export type CallAnswer<Name extends CallName> = z.output<(typeof CALLS)[Name]['answer']>;
export type CallProgress<Name extends CallName> = z.output<(typeof CALLS)[Name]['progress']>;

/** Every call that a window can make: the engine's and its host's own. */
export const WINDOW_CALLS = { ...CALLS, ...HOST_CALLS } as const;
export type WindowCallName = keyof typeof WINDOW_CALLS;
export type WindowCallRequest<Name extends WindowCallName> = z.input<(typeof WINDOW_CALLS)[Name]['request']>;
export type WindowCallParsed<Name extends WindowCallName> = z.output<(typeof WINDOW_CALLS)[Name]['request']>;
export type WindowCallAnswer<Name extends WindowCallName> = z.output<(typeof WINDOW_CALLS)[Name]['answer']>;
export type WindowCallProgress<Name extends WindowCallName> = z.output<(typeof WINDOW_CALLS)[Name]['progress']>;
