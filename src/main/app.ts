import {
  CALLS,
  type CallAnswer,
  type CallName,
  type CallProgress,
  type CallRequest,
  type ParsedRequest,
} from '../shared/contract/calls.ts';
import { AppException, err, ok, type Result } from '../shared/result.ts';
import { writeSample } from '../etl/sample/write-sample.ts';
import type { CallContext, Handler, HandlerTable } from './call-context.ts';
import { ColumnMemory } from './engine/columns/column-memory.ts';
import { GridMemory } from './engine/grid/grid-memory.ts';
import { ACCESS_PER_CALL, type WorkspaceAccess } from './engine/workspace-access.ts';
import { importCsv } from './engine/import/import-csv.ts';
import { withColumns } from './services/dashboards/dashboard-context.ts';
import { dashboardSql } from './services/dashboards/dashboard-sql.ts';
import { explain } from './services/dashboards/explain/explain.ts';
import { readDashboard } from './services/dashboards/read-dashboard.ts';
import { exploreThresholds } from './services/dashboards/thresholds.ts';
import { whatIf } from './services/dashboards/what-if.ts';
import { exportTable } from './services/export/export-table.ts';
import { columnOverview } from './services/grid/column-overview.ts';
import { columnValues } from './services/grid/column-values.ts';
import { countRows } from './services/grid/count-rows.ts';
import { readRows } from './services/grid/read-rows.ts';
import { previewCsv } from './services/import/preview-csv.ts';
import { describeModel } from './services/model/model-card.ts';
import { computeFigures } from './services/figures/compute-figures.ts';
import { exportQuery } from './services/query/export-query.ts';
import { runQuery } from './services/query/run-query.ts';
import { exportRejects } from './services/rejects/export-rejects.ts';
import { rejectCells } from './services/rejects/reject-cells.ts';
import { retryReject } from './services/rejects/retry-reject.ts';
import type { PdfPrinter } from './services/report/pdf-printer.ts';
import { readTransaction } from './services/transaction/read-transaction.ts';
import { changeSavedViews, savedViews } from './services/views/saved-views.ts';
import { createWorkspace } from './services/workspace/create-workspace.ts';
import { prepareWorkspace } from './services/workspace/prepare-workspace.ts';
import { rejectsOf } from './services/workspace/rejects-of.ts';
import { workspaceInfo } from './services/workspace/workspace-info.ts';

/** The services, by call. This table knows no host. */
const HANDLERS: HandlerTable = {
  'model.card': async () => ok(describeModel()),
  'sample.write': async ({ preset, ...request }, context) =>
    ok({ file: request.out, ...(await writeSample({ ...request, ...(preset === null ? {} : { preset }) }, context)) }),
  'import.csv': async (request, context) => ok(await importCsv(request, context)),
  'import.preview': async (request, context) => ok(await previewCsv(request, context)),
  'workspace.create': async (request, context) => ok(await createWorkspace(request, context)),
  'workspace.prepare': async (request, context) => ok(await prepareWorkspace(request, context)),
  'workspace.info': async (request, context) => ok(await workspaceInfo(request, context)),
  'workspace.rejects': async (request, context) => ok(await rejectsOf(request, context)),
  'rejects.export': async (request, context) => ok(await exportRejects(request, context)),
  'reject.cells': async (request, context) => ok(await rejectCells(request, context)),
  'reject.retry': async (request, context) => ok(await retryReject(request, context)),
  'grid.rows': async (request, context) => ok(await readRows(request, context)),
  'grid.count': async (request, context) => ok(await countRows(request, context)),
  'grid.values': async (request, context) => ok(await columnValues(request, context)),
  'grid.overview': async (request, context) => ok(await columnOverview(request, context)),
  'transaction.read': async (request, context) => ok(await readTransaction(request, context)),
  'figures.compute': ({ workspace, ...request }, { signal, access }) =>
    access.withLens(workspace, (lens) => computeFigures(lens, request), { signal }),
  'dashboard.read': withColumns(readDashboard),
  'dashboard.sql': withColumns(dashboardSql),
  'dashboard.what-if': withColumns(whatIf),
  'dashboard.thresholds': withColumns(exploreThresholds),
  'dashboard.explain': withColumns(explain),
  'views.read': async (request, context) => ok(await savedViews(request, context)),
  'views.change': async (request) => ok(await changeSavedViews(request)),
  'query.run': async (request, context) => ok(await runQuery(request, context)),
  'query.export': async (request, context) => ok(await exportQuery(request, context)),
  'table.export': async (request, context) => ok(await exportTable(request, context)),
  // Charts and their library are only loaded for a report: every other call starts faster without them.
  'report.write': async (request, context) =>
    ok(await (await import('./services/report/write-report.ts')).writeReport(request, context)),
};

/** What a caller may add to a call. */
export interface CallOptions<Name extends CallName> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CallProgress<Name>) => void;
}

/** The application without a window: every host and the command line call it. */
export interface App {
  readonly productVersion: string;
  invoke<Name extends CallName>(
    name: Name,
    request: CallRequest<Name>,
    options?: CallOptions<Name>,
  ): Promise<Result<CallAnswer<Name>>>;
}

/** What an app is made with where the usual will not do. */
export interface AppParts {
  /** Tells the time. */
  readonly now?: () => Date;
  readonly access?: WorkspaceAccess;
  /** Prints reports; an installed browser of the Chromium family where left out. */
  readonly printPdf?: PdfPrinter;
}

const printWithBrowser: PdfPrinter = async (job) => (await import('./browser/print-pdf.ts')).browserPrinter()(job);

/** Composes the services. */
export function createApp(productVersion: string, parts: AppParts = {}): App {
  const { now = () => new Date(), access = ACCESS_PER_CALL, printPdf = printWithBrowser } = parts;
  const grid = new GridMemory(access);
  const columns = new ColumnMemory();
  return {
    productVersion,
    invoke: async <Name extends CallName>(name: Name, request: CallRequest<Name>, options: CallOptions<Name> = {}) => {
      const parsed = CALLS[name].request.safeParse(request);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return err(
          'USAGE',
          `The request is not valid: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() + '.',
          'See the command line reference.',
        );
      }
      const context: CallContext<CallProgress<Name>> = {
        signal: options.signal ?? new AbortController().signal,
        onProgress: options.onProgress ?? (() => undefined),
        productVersion,
        now,
        access,
        printPdf,
        grid,
        columns,
      };
      return answer(HANDLERS[name] as Handler<Name>, parsed.data as ParsedRequest<Name>, context);
    },
  };
}

async function answer<Name extends CallName>(
  handler: Handler<Name>,
  request: ParsedRequest<Name>,
  context: CallContext<CallProgress<Name>>,
): Promise<Result<CallAnswer<Name>>> {
  try {
    return await handler(request, context);
  } catch (error) {
    if (error instanceof AppException) return error.toErr();
    if (context.signal.aborted) return err('CANCELLED', 'Cancelled.', 'Nothing was changed.');
    // The text of an unforeseen error may quote data: only its kind is told.
    const kind = error instanceof Error ? error.name : typeof error;
    if (process.env['VERISCOPE_DEBUG'] === '1')
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return err(
      'INTERNAL',
      `Something failed that should not (${kind}).`,
      'Try again; if it happens again, report it with what you did. VERISCOPE_DEBUG=1 prints the details.',
    );
  }
}
