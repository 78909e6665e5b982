import { useEffect, useState } from 'react';
import { goTo } from '../../../route/use-route.ts';
import { routeOfView } from './present-view.ts';
import { useSavedViews } from './use-saved-views.ts';

/** Workspaces whose dashboards this window has opened since it was loaded. */
const opened = new Set<string>();

/**
 * Opens the view that a person chose for it when the dashboards of a workspace are first shown in a window, unless an address
 * asks for something else. False while it is not known yet whether there is one.
 */
export function useOpeningView(workspace: string, isLinked: boolean): boolean {
  const [wasOpened] = useState(() => opened.has(workspace) || isLinked);
  const { views, opensWith, isRead } = useSavedViews(workspace);
  useEffect(() => {
    if (isLinked) opened.add(workspace);
    if (!isRead || opened.has(workspace)) return;
    opened.add(workspace);
    const view = views.find(({ id }) => id === opensWith);
    if (view !== undefined) goTo(routeOfView(workspace, view), { replace: true });
  }, [workspace, isLinked, isRead, views, opensWith]);
  return wasOpened || isRead;
}
