import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { WindowCallAnswer } from '../../../shared/contract/calls.ts';
import type { AppError } from '../../../shared/result.ts';
import { useClient } from '../../client/client-context.ts';
import { valueOf, type CallFailure } from '../../client/value-of.ts';

/** Shorter preparations are not worth a word. */
const SHOWN_AFTER = 300;

export type Preparation =
  | { readonly kind: 'none' }
  /** `share` 0..1, or null where it is not known. */
  | { readonly kind: 'running'; readonly share: number | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: AppError };

/** The preparation of a workspace, and how to end and begin it. */
export interface PreparationControl {
  readonly preparation: Preparation;
  readonly stop: () => void;
  readonly begin: () => void;
}

/** Brings a workspace's lens up to its book while the workspace is open: when it opens, and when rows came in. */
export function usePreparation(workspace: string, isAllowed: boolean): PreparationControl {
  const client = useClient();
  const queries = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const [isStopped, setStopped] = useState(false);
  const [isLong, setLong] = useState(false);
  const { isFetching, error, refetch } = useQuery<WindowCallAnswer<'workspace.prepare'>, CallFailure>({
    queryKey: ['workspace.prepare', { workspace }],
    queryFn: async ({ signal }) => {
      setShare(null);
      setStopped(false);
      return valueOf(
        await client.invoke(
          'workspace.prepare',
          { workspace },
          {
            signal,
            onProgress: ({ rows, totalRows }) =>
              setShare(totalRows === null || totalRows === 0 ? null : rows / totalRows),
          },
        ),
      );
    },
    enabled: isAllowed && !isStopped,
  });
  useEffect(() => {
    if (!isFetching) return undefined;
    const timer = setTimeout(() => setLong(true), SHOWN_AFTER);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isFetching]);
  const stop = useCallback(() => {
    setStopped(true);
    void queries.cancelQueries({ queryKey: ['workspace.prepare', { workspace }] });
  }, [queries, workspace]);
  const begin = useCallback(() => {
    setStopped(false);
    void refetch();
  }, [refetch]);
  return { preparation: preparationOf(), stop, begin };

  function preparationOf(): Preparation {
    if (isStopped) return { kind: 'stopped' };
    if (isFetching) return isLong ? { kind: 'running', share } : { kind: 'none' };
    if (error !== null && error.error.code !== 'CANCELLED') return { kind: 'failed', error: error.error };
    return { kind: 'none' };
  }
}
