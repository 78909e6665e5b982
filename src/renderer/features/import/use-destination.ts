import { useEffect } from 'react';
import { useCall } from '../../client/use-call.ts';
import type { Destination } from './import-store.ts';
import { baseName, joinPath } from '../../components/path-text.ts';
import { nameProblem, proposedName, workspaceFolderName } from './proposed-workspace.ts';

/** Where the rows go, and whether they can. */
export interface ResolvedDestination {
  /** Null while nothing can be proposed yet. */
  readonly destination: Destination | null;
  /** The folder of the workspace; null where the choice is not one yet. */
  readonly workspace: string | null;
  /** A new workspace bears a name that is there already: the rows are added to it. */
  readonly isTaken: boolean;
  /** There is a workspace to be added to. */
  readonly isExisting: boolean;
  readonly problem: 'empty' | 'forbidden' | 'no-workspace' | null;
  /** A new workspace as it would be proposed. */
  readonly proposal: Destination | null;
}

/** What a choice of a place comes to; without one, the workspace that is open or a new one called after the file. */
export function useDestination(
  file: string,
  chosen: Destination | null,
  openWorkspace: string | null,
): ResolvedDestination {
  const { data: host } = useCall('host.describe', {});
  const folder = chosen?.kind === 'new' ? chosen.folder : (host?.documentsFolder ?? null);
  const { data: listing, error, refetch } = useCall('host.listFolder', { folder }, { enabled: folder !== null });
  useEffect(() => {
    if (folder !== null) void refetch();
  }, [folder, refetch]);
  const taken = (listing?.entries ?? []).map(({ name }) => name);
  const isListed = listing !== undefined || error !== null;
  const proposal: Destination | null =
    host === undefined || !isListed
      ? null
      : { kind: 'new', folder: folder ?? host.documentsFolder, name: proposedName(file, taken) };
  const destination: Destination | null =
    chosen ?? (openWorkspace === null ? proposal : { kind: 'existing', workspace: openWorkspace });
  if (destination === null) return { ...NOWHERE, proposal };
  if (destination.kind === 'existing') {
    const workspace = destination.workspace === '' ? null : destination.workspace;
    const problem = workspace === null ? 'no-workspace' : null;
    return { destination, workspace, isTaken: false, isExisting: true, problem, proposal };
  }
  const problem = nameProblem(destination.name);
  const name = workspaceFolderName(destination.name);
  const isTaken = problem === null && taken.some((other) => baseName(other).toLowerCase() === name.toLowerCase());
  const workspace = problem === null ? joinPath(destination.folder, name) : null;
  return { destination, workspace, isTaken, isExisting: isTaken, problem, proposal };
}

const NOWHERE = { destination: null, workspace: null, isTaken: false, isExisting: false, problem: null } as const;
