import { RejectReason } from '../../../shared/contract/ledger.ts';
import type { Route } from '../../route/route.ts';

/** Which rejects a list shows; null: of any. */
export interface RejectsFilter {
  readonly run: number | null;
  readonly reason: RejectReason | null;
  readonly column: string | null;
}

export const EVERY_REJECT: RejectsFilter = { run: null, reason: null, column: null };

/** The address of rejects: those of a filter, with one of them opened. */
export function rejectsRoute(workspace: string, filter: Partial<RejectsFilter> = {}, id: number | null = null): Route {
  return {
    kind: 'table',
    workspace,
    table: 'rejects',
    view: encodeRejectsFilter({ ...EVERY_REJECT, ...filter }),
    row: id,
  };
}

/** A filter as text for an address; null where it lets everything through. */
export function encodeRejectsFilter({ run, reason, column }: RejectsFilter): string | null {
  const given = new URLSearchParams();
  if (run !== null) given.set('run', String(run));
  if (reason !== null) given.set('reason', reason);
  if (column !== null) given.set('column', column);
  const text = given.toString();
  return text === '' ? null : text;
}

/** Reads a filter from an address; what it does not understand lets everything through. */
export function parseRejectsFilter(view: string | null): RejectsFilter {
  const given = new URLSearchParams(view ?? '');
  const run = Number(given.get('run'));
  return {
    run: Number.isSafeInteger(run) && run > 0 ? run : null,
    reason: RejectReason.safeParse(given.get('reason')).data ?? null,
    column: given.get('column'),
  };
}
