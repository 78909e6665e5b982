import { CLIENTS_QUERIES } from './clients-queries.ts';
import type { DashboardPageName, DeclaredQueries } from './declared-query.ts';
import { allQualityQueries } from './quality-queries.ts';
import { RETRIES_QUERIES } from './retries-queries.ts';
import { allTimesQueries, type ServiceCard } from './times-queries.ts';

/** Every question that a page asks as it opens, by name; `services` are the microservices of the model card. */
export function pageQueries(page: DashboardPageName, services: readonly ServiceCard[]): DeclaredQueries {
  switch (page) {
    case 'clients':
      return CLIENTS_QUERIES;
    case 'times':
      return allTimesQueries(services);
    case 'retries':
      return RETRIES_QUERIES;
    case 'quality':
      return allQualityQueries();
  }
}
