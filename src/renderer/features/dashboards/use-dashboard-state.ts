import { useEffect, useMemo, useState } from 'react';
import type { ModelCard } from '../../../shared/contract/model-card.ts';
import { EVERY_ROW } from '../../../shared/contract/row-selection.ts';
import { facetFilter, facetPasses } from '../../../shared/dashboards/facet-filter.ts';
import type { DashboardPageName } from '../../../shared/dashboards/declared-query.ts';
import { useClient } from '../../client/client-context.ts';
import { goTo } from '../../route/use-route.ts';
import { toggledFilter, withOnlyFilter, withoutColumn } from '../../state/selection-filters.ts';
import { useViewLink } from '../../state/view-link.ts';
import { printSelection, readSelection, useWorkspaceSelection } from '../../state/workspace-selection.ts';
import { coordinatorOf } from './coordinator/coordinator-of.ts';
import type { Dashboard } from './dashboard-context.ts';
import { rowsRoute } from './rows-route.ts';

/** The shared state of the dashboards; null while what was kept is still being read. */
export function useDashboardState(
  workspace: string,
  page: DashboardPageName,
  link: string | null,
  model: ModelCard,
): Dashboard | null {
  const client = useClient();
  const linked = useMemo(() => (link === null ? null : readSelection(link)), [link]);
  const view = useWorkspaceSelection(workspace, linked);
  const { state, isReady, change: changeView, store } = view;
  const { scope, selection } = state;
  const [brushing, setBrushing] = useState<string | null>(null);
  const coordinator = useMemo(() => coordinatorOf(client, workspace), [client, workspace]);

  useViewLink(() => ({ kind: 'dashboard', workspace, page, view: printSelection(state) }));
  useEffect(() => {
    // From here on the selection is the person's own, and no longer that of the link.
    if (link !== null && isReady) goTo({ kind: 'dashboard', workspace, page, view: null }, { replace: true });
  }, [link, isReady, workspace, page]);
  useEffect(() => {
    if (isReady) coordinator.select({ workspace, scope, selection, brushing });
  }, [coordinator, isReady, workspace, scope, selection, brushing]);

  return useMemo((): Dashboard | null => {
    if (!isReady) return null;
    const { change } = store;
    return {
      workspace,
      model,
      scope,
      setScope: (next) => changeView((present) => ({ ...present, scope: next })),
      selection,
      store,
      change,
      toggleFacet: (facet, value, { add = false } = {}) =>
        change(toggledFilter(selection, facetFilter(facet, value), add)),
      toggleValue: (column, value, { add = false } = {}) =>
        change(toggledFilter(selection, { kind: 'values', column, values: [value], exclude: false }, add)),
      setRange: (column, from, to, { brushing: isBrushing = false } = {}) => {
        setBrushing(isBrushing ? column : null);
        const next =
          from === null && to === null
            ? withoutColumn(selection, column)
            : withOnlyFilter(selection, { kind: 'range', column, from, to });
        change(next, `brush ${column}`, isBrushing);
      },
      setDates: (from, to, { brushing: isBrushing = false } = {}) => {
        setBrushing(isBrushing ? 'date' : null);
        const next =
          from === null && to === null
            ? withoutColumn(selection, 'date')
            : withOnlyFilter(selection, { kind: 'dates', column: 'date', from, to });
        change(next, 'brush date', isBrushing);
      },
      clearColumn: (column) => change(withoutColumn(selection, column)),
      passes: (facet, value) => facetPasses(selection.filters, facet, value),
      isFiltered: (column) => selection.filters.some((filter) => filter.column === column),
      showRows: (filters = []) => goTo(rowsRoute(workspace, scope, selection, filters, null)),
      showRow: (row) => goTo(rowsRoute(workspace, 'all', EVERY_ROW, [], row)),
      coordinator,
    };
  }, [isReady, workspace, model, scope, selection, store, changeView, coordinator]);
}
