import type { AggregateQueryInput, Measure } from '../contract/aggregate.ts';
import type { DeclaredQuery } from './declared-query.ts';
import { FACET_COLUMN } from './facet-filter.ts';

type MeasureInput = Extract<AggregateQueryInput, { readonly kind: 'group' }>['measures'][number];

const count = (name: string, where: Measure['where'] = null): MeasureInput => ({ kind: 'count', name, where });

/** What every rate of transactions is computed from. */
const COUNTS: MeasureInput[] = [
  count('n'),
  count('accepted', 'accepted'),
  count('technical_failures', 'technical-failure'),
  count('pad_rejects', 'pad-reject'),
  count('reached_pad', 'reached-pad'),
];
const PERSONS: MeasureInput = { kind: 'distinct', name: 'persons', column: 'documento' };

const CLIENT = [FACET_COLUMN.client];
const ANSWER = [FACET_COLUMN.code, FACET_COLUMN.description, FACET_COLUMN.status];

/** What the page about clients asks: the first tab of the published dashboard, and beyond it. */
export const CLIENTS_QUERIES = {
  totals: {
    query: {
      kind: 'group',
      by: [],
      measures: [...COUNTS, PERSONS, { kind: 'distinct', name: 'clients', column: FACET_COLUMN.client }],
    },
  },
  processes: { query: { kind: 'processes', by: [] } },
  byDay: { query: { kind: 'group', by: ['day'], measures: [...COUNTS, PERSONS] } },
  byDayAndAttempt: { query: { kind: 'group', by: ['day', 'attempt'], measures: COUNTS.slice(0, 2) } },
  byDayAndClient: {
    query: { kind: 'group', by: ['day', 'client'], measures: COUNTS.slice(0, 2) },
    without: [FACET_COLUMN.day, ...CLIENT],
  },
  byResponse: {
    query: { kind: 'group', by: ['code', 'description', 'status'], measures: [count('n')] },
    without: ANSWER,
  },
  byClient: { query: { kind: 'group', by: ['client'], measures: [...COUNTS, PERSONS] }, without: CLIENT },
  processesByClient: { query: { kind: 'processes', by: ['client'] }, without: CLIENT },
  byWeekdayAndHour: {
    query: { kind: 'group', by: ['weekday', 'hour'], measures: COUNTS.slice(0, 2) },
    without: [FACET_COLUMN.weekday, FACET_COLUMN.hour],
  },
} satisfies Readonly<Record<string, DeclaredQuery>>;
