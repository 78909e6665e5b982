import { useMemo } from 'react';
import type { Facet } from '../../../shared/contract/aggregate.ts';
import type { ColumnFilter } from '../../../shared/contract/row-selection.ts';
import { FACET_COLUMN, facetPasses } from '../../../shared/dashboards/facet-filter.ts';
import { useDashboard, type Dashboard } from './dashboard-context.ts';

/**
 * Whether the filters let a value of one of these facets through. Unlike the dashboard's own `passes` it stays the same function
 * while other filters change, so that a chart is not drawn anew for them.
 */
export function usePasses(...facets: readonly Facet[]): Dashboard['passes'] {
  const { selection } = useDashboard();
  const columns: readonly string[] = facets.map((facet) => FACET_COLUMN[facet]);
  const text = JSON.stringify(selection.filters.filter(({ column }) => columns.includes(column)));
  return useMemo(() => {
    const filters = JSON.parse(text) as readonly ColumnFilter[];
    return (facet, value) => facetPasses(filters, facet, value);
  }, [text]);
}
