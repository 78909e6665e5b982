import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FolderListing } from '../../../shared/contract/host-calls.ts';
import type { CallClient } from '../../../shared/rpc/call-client.ts';
import { useClient } from '../../client/client-context.ts';
import { valueOf, type CallFailure } from '../../client/value-of.ts';
import { useKeptState } from '../../state/use-kept-state.ts';
import { baseName, folderOf, isAbsolutePath } from '../path-text.ts';
import type { PickOptions } from './use-pick.ts';

/** The folder that a file dialog looks into. */
export interface FolderView {
  readonly listing: UseQueryResult<FolderListing, CallFailure>;
  readonly goTo: (folder: string) => void;
  readonly showHidden: boolean;
  readonly setShowHidden: (show: boolean) => void;
  /** Remembers the folder for the next dialog. */
  readonly remember: () => void;
  /** The file that the caller proposed, by its name in the folder. */
  readonly proposed: string;
}

/** Begins at the proposed place, or the nearest there is; then goes where it is told. */
export function useFolderView({ purpose, suggested = null }: PickOptions): FolderView {
  const client = useClient();
  const [last, setLast] = useKeptState<string>('file-dialog folder', '', parseFolder);
  const [folder, setFolder] = useState<string | null | undefined>(undefined);
  const [proposed, setProposed] = useState('');
  const [showHidden, setShowHidden] = useState(false);

  useEffect(() => {
    if (folder !== undefined) return;
    let isGone = false;
    void startOf(client, purpose, suggested, last).then((start) => {
      if (isGone) return;
      setFolder(start.folder);
      setProposed(start.name);
    });
    return () => {
      isGone = true;
    };
  }, [client, folder, purpose, suggested, last]);

  const listing = useQuery<FolderListing, CallFailure>({
    queryKey: ['file-dialog', folder, showHidden],
    queryFn: async ({ signal }) =>
      valueOf(await client.invoke('host.listFolder', { folder: folder ?? null, showHidden }, { signal })),
    enabled: folder !== undefined,
    staleTime: 0,
    gcTime: 0,
    placeholderData: (previous) => previous,
  });
  const shown = listing.data?.folder;
  return {
    listing,
    goTo: setFolder,
    showHidden,
    setShowHidden,
    remember: () => {
      if (shown !== undefined) setLast(shown);
    },
    proposed,
  };
}

function parseFolder(json: unknown): string | null {
  return typeof json === 'string' ? json : null;
}

async function startOf(
  client: CallClient,
  purpose: PickOptions['purpose'],
  suggested: string | null,
  last: string,
): Promise<{ readonly folder: string | null; readonly name: string }> {
  const isFile = suggested !== null && purpose !== 'open-folder' && baseName(suggested).includes('.');
  const name = suggested !== null && isFile ? baseName(suggested) : '';
  // A bare name says nothing about the place.
  const place = suggested !== null && isAbsolutePath(suggested) ? suggested : null;
  const places = [isFile ? null : place, place === null ? null : folderOf(place), last];
  for (const folder of places) {
    if (folder === null || folder === '') continue;
    if ((await client.invoke('host.listFolder', { folder })).ok) return { folder, name };
  }
  return { folder: null, name };
}
