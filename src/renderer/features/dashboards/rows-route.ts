import type { Scope } from '../../../shared/contract/aggregate.ts';
import type { ColumnFilter, RowOrder, RowSelection } from '../../../shared/contract/row-selection.ts';
import type { Route } from '../../route/route.ts';
import { FIRST_VIEW } from '../tables/view/table-view-state.ts';
import { printView } from '../tables/view/view-text.ts';

const FIRST_ATTEMPT: ColumnFilter = { kind: 'values', column: 'x_attempt_number', values: ['1'], exclude: false };

/** The table of the transactions behind a figure: those of the scope and the selection that `filters` leave too, in that order. */
export function rowsRoute(
  workspace: string,
  scope: Scope,
  selection: RowSelection,
  filters: readonly ColumnFilter[],
  row: number | null,
  order: RowOrder = [],
): Route {
  const all = [...(scope === 'first-attempts' ? [FIRST_ATTEMPT] : []), ...selection.filters, ...filters];
  const seen = new Set<string>();
  const distinct = all.filter((filter) => {
    const text = JSON.stringify(filter);
    return !seen.has(text) && seen.add(text);
  });
  return {
    kind: 'table',
    workspace,
    table: scope === 'without-retries' ? 'no_retries' : 'transform',
    view:
      row === null || distinct.length > 0
        ? printView({ ...FIRST_VIEW, order, selection: { ...selection, filters: distinct } })
        : null,
    row,
  };
}
