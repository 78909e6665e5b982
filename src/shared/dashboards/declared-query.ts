import type { AggregateQueryInput } from '../contract/aggregate.ts';

/** A question that a page of the dashboards asks, declared once for the window, the command line and the report. */
export interface DeclaredQuery {
  readonly query: AggregateQueryInput;
  /** Filters on these columns of `transform` do not count for it: a chart does not filter itself. */
  readonly without?: readonly string[];
}

/** The questions of a page by name. */
export type DeclaredQueries<Name extends string = string> = Readonly<Record<Name, DeclaredQuery>>;

export const DASHBOARD_PAGES = ['clients', 'times', 'retries', 'quality'] as const;
export type DashboardPageName = (typeof DASHBOARD_PAGES)[number];
