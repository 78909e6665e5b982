import type { Facet } from '../contract/aggregate.ts';
import type { DeclaredQuery } from './declared-query.ts';
import { FACET_COLUMN } from './facet-filter.ts';

/** The column that the month slicer filters: the name of the month, whatever the year. */
export const MONTH_COLUMN = 'date_month';

const by = (facet: Facet, without: string): DeclaredQuery => ({
  query: { kind: 'group', by: [facet], measures: [{ kind: 'count', name: 'n' }] },
  without: [without],
});

/** Transactions by what the slicers offer, each under the filters of the others. */
export const SLICER_QUERIES = {
  client: by('client', FACET_COLUMN.client),
  weekday: by('weekday', FACET_COLUMN.weekday),
  year: by('year', FACET_COLUMN.year),
  month: by('month', MONTH_COLUMN),
  hour: by('hour', FACET_COLUMN.hour),
  minute: by('minute', FACET_COLUMN.minute),
  day: by('day', FACET_COLUMN.day),
} satisfies Readonly<Record<string, DeclaredQuery>>;
