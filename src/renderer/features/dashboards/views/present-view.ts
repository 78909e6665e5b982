import type { SavedView, ViewContent } from '../../../../shared/contract/saved-view.ts';
import type { DashboardPageName } from '../../../../shared/dashboards/declared-query.ts';
import type { Route } from '../../../route/route.ts';
import { printSelection, type WorkspaceSelection } from '../../../state/workspace-selection.ts';

/** The saved view that a page with its selection is; null where it is none of them. */
export function viewOf(
  views: readonly SavedView[],
  page: DashboardPageName,
  { scope, selection }: WorkspaceSelection,
): SavedView | null {
  const text = JSON.stringify([page, scope, selection]);
  return views.find((view) => JSON.stringify([view.page, view.scope, view.selection]) === text) ?? null;
}

/** The address that opens a view. */
export function routeOfView(workspace: string, { page, scope, selection }: ViewContent): Route {
  return { kind: 'dashboard', workspace, page, view: printSelection({ scope, selection }) };
}

/** The ids with the one at `index` moved by `by` places; the same ids where there is no such place. */
export function movedIds(views: readonly SavedView[], index: number, by: -1 | 1): readonly number[] {
  const ids = views.map(({ id }) => id);
  const [moved, other] = [ids[index], ids[index + by]];
  if (moved === undefined || other === undefined) return ids;
  return ids.with(index, other).with(index + by, moved);
}
