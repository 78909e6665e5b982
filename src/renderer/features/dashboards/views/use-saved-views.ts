import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SavedViews, ViewsChange } from '../../../../shared/contract/saved-view.ts';
import { useClient } from '../../../client/client-context.ts';
import { useCall } from '../../../client/use-call.ts';
import { useFailures } from '../../../components/use-failures.ts';

const NO_VIEWS: SavedViews = { views: [], opensWith: null };

/** The saved views of a workspace and the way to change them. */
export interface ViewsOfWorkspace extends SavedViews {
  /** False until they have been read. */
  readonly isRead: boolean;
  /** Answers with the views after the change; null where it failed, which the person has been told then. */
  readonly change: (change: ViewsChange) => Promise<SavedViews | null>;
}

/** Reads the views that the book of a workspace keeps. */
export function useSavedViews(workspace: string): ViewsOfWorkspace {
  const client = useClient();
  const queries = useQueryClient();
  const tell = useFailures();
  const { data } = useCall('views.read', { workspace });
  const change = useCallback(
    async (what: ViewsChange) => {
      const answer = await client.invoke('views.change', { workspace, change: what });
      if (!answer.ok) {
        tell(answer.error);
        return null;
      }
      queries.setQueryData(['views.read', { workspace }], answer.value);
      return answer.value;
    },
    [client, queries, tell, workspace],
  );
  return { ...(data ?? NO_VIEWS), isRead: data !== undefined, change };
}
