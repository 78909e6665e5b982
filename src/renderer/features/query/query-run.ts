import type { QueryAnswer, Selected } from '../../../shared/contract/calls.ts';
import type { AppError } from '../../../shared/result.ts';

/** What became of a query. Times in milliseconds. */
export type QueryRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly sql: string; readonly startedAt: number; readonly cancel: () => void }
  /** `selected`: what the table of that name held. */
  | { readonly kind: 'done'; readonly sql: string; readonly selected: Selected; readonly answer: QueryAnswer }
  | { readonly kind: 'failed'; readonly sql: string; readonly error: AppError }
  | { readonly kind: 'cancelled'; readonly sql: string; readonly milliseconds: number };

/** One query that was run, as the history keeps it. */
export interface RanQuery {
  readonly sql: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly milliseconds: number;
  /** Null where it failed. */
  readonly rows: number | null;
}

export const MOST_HISTORY = 200;

/** The history with one more query at its head; the same text run again moves there. */
export function withRan(history: readonly RanQuery[], ran: RanQuery): readonly RanQuery[] {
  return [ran, ...history.filter(({ sql }) => sql !== ran.sql)].slice(0, MOST_HISTORY);
}
