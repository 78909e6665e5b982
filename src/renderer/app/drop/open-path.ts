import { baseName, folderOf } from '../../components/path-text.ts';
import type { Route } from '../../route/route.ts';
import { workspaceRoute } from '../workspace/workspace-route.ts';
import { openedKind } from './opened-kind.ts';

/** Where a path that was dropped, or that the system hands over, leads to; null for what Veriscope does not open. */
export function routeOfPath(path: string, isFolder: boolean, openWorkspace: string | null): Route | null {
  switch (openedKind(baseName(path), isFolder)) {
    case 'table':
      return { kind: 'import', file: path, workspace: openWorkspace };
    case 'workspace':
      return workspaceRoute(path);
    case 'workspace-file':
      return workspaceRoute(folderOf(path) ?? path);
    case 'unknown':
      return null;
  }
}
