import type { CallAnswer, CallName, CallProgress, ParsedRequest } from '../shared/contract/calls.ts';
import type { Result } from '../shared/result.ts';
import type { ColumnMemory } from './engine/columns/column-memory.ts';
import type { GridMemory } from './engine/grid/grid-memory.ts';
import type { WorkspaceAccess } from './engine/workspace-access.ts';
import type { PdfPrinter } from './services/report/pdf-printer.ts';

/** What a handler is given beside its request. */
export interface CallContext<Progress> {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  readonly productVersion: string;
  readonly now: () => Date;
  readonly access: WorkspaceAccess;
  readonly printPdf: PdfPrinter;
  readonly grid: GridMemory;
  readonly columns: ColumnMemory;
}

/** Answers one call. May throw an `AppException` instead of returning an `Err`. */
export type Handler<Name extends CallName> = (
  request: ParsedRequest<Name>,
  context: CallContext<CallProgress<Name>>,
) => Promise<Result<CallAnswer<Name>>>;

/** A handler for every call. */
export type HandlerTable = { readonly [Name in CallName]: Handler<Name> };
