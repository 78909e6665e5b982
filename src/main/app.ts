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
import { importCsv } from './engine/import/import-csv.ts';
import { withLens } from './engine/workspace.ts';
import { exportTable } from './services/export/export-table.ts';
import { computeFigures } from './services/figures/compute-figures.ts';
import { runQuery } from './services/query/run-query.ts';
import { rejectsOf } from './services/workspace/rejects-of.ts';
import { workspaceInfo } from './services/workspace/workspace-info.ts';

/** The services, by call. This table knows no host. */
const HANDLERS: HandlerTable = {
  'sample.write': async ({ preset, ...request }, context) =>
    ok({ file: request.out, ...(await writeSample({ ...request, ...(preset === null ? {} : { preset }) }, context)) }),
  'import.csv': async (request, context) => ok(await importCsv(request, context)),
  'workspace.info': async (request) => ok(await workspaceInfo(request)),
  'workspace.rejects': async (request) => ok(await rejectsOf(request)),
  'figures.compute': ({ workspace, ...request }, { signal }) =>
    withLens(workspace, (lens) => computeFigures(lens, request), { signal }),
  'query.run': async (request, context) => ok(await runQuery(request, context.signal)),
  'table.export': async (request, context) => ok(await exportTable(request, context.signal)),
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

/** Composes the services. `now` tells the time. */
export function createApp(productVersion: string, now: () => Date = () => new Date()): App {
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
