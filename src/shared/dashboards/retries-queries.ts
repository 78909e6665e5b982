import { CLIENTS_QUERIES } from './clients-queries.ts';
import { FACET_COLUMN } from './facet-filter.ts';
import type { DeclaredQuery } from './declared-query.ts';

/** The column with the number of attempts in the whole process of a transaction. */
export const PROCESS_SIZE_COLUMN = 'x_attempts_in_process';

/** After how long a refused person is said to have given up, unless told otherwise. */
export const ABANDONED_AFTER_MINUTES = 30;

/** Attempts whose answers the flow shows; it ends with the answers of the one after them. */
export const FLOW_ATTEMPTS = 3;

const SECONDS_IN_MINUTE = 60;

/** The figures of processes overall and by client, abandonment after a given time. */
export function processQueries(minutes: number): Readonly<Record<'overall' | 'byClient', DeclaredQuery>> {
  const abandonedAfterSeconds = minutes * SECONDS_IN_MINUTE;
  return {
    overall: { query: { kind: 'processes', by: [], abandonedAfterSeconds } },
    byClient: { query: { kind: 'processes', by: ['client'], abandonedAfterSeconds }, without: [FACET_COLUMN.client] },
  };
}

/** The curve of the time to acceptance, of all processes or one for each client. */
export function acceptanceCurveQuery(isSplit: boolean): DeclaredQuery {
  return isSplit
    ? { query: { kind: 'time-to-acceptance', split: 'client' }, without: [FACET_COLUMN.client] }
    : { query: { kind: 'time-to-acceptance' } };
}

/** What the page about retries asks as it opens. */
export const RETRIES_QUERIES = {
  ...processQueries(ABANDONED_AFTER_MINUTES),
  bySize: { query: { kind: 'processes', by: ['attempts'] }, without: [PROCESS_SIZE_COLUMN] },
  byAttempt: {
    query: {
      kind: 'group',
      by: ['attempt'],
      measures: [
        { kind: 'count', name: 'n' },
        { kind: 'count', name: 'accepted', where: 'accepted' },
      ],
    },
    without: [FACET_COLUMN.attempt],
  },
  byDay: CLIENTS_QUERIES.byDayAndAttempt,
  curve: acceptanceCurveQuery(false),
  flow: { query: { kind: 'transitions', attempts: FLOW_ATTEMPTS } },
  steps: { query: { kind: 'transitions', together: true } },
  longest: { query: { kind: 'longest-processes', limit: 20 } },
  persons: { query: { kind: 'busiest-persons', limit: 20 } },
} as const satisfies Readonly<Record<string, DeclaredQuery>>;
