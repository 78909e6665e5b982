import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { WindowCallAnswer, WindowCallName, WindowCallRequest } from '../../shared/contract/calls.ts';
import type { CallClient } from '../../shared/rpc/call-client.ts';
import { useClient } from './client-context.ts';
import { valueOf, type CallFailure } from './value-of.ts';

/** Options of {@link useCall}. */
export interface UseCallOptions {
  /** Off: nothing is asked yet. */
  readonly enabled?: boolean;
  /** Shows the last answer while the next one is under way. */
  readonly keepPrevious?: boolean;
}

/**
 * The answer to a call that changes nothing, kept until its workspace changes. Asked anew when the request does; a request
 * that is no longer wanted is cancelled.
 */
export function useCall<Name extends WindowCallName>(
  name: Name,
  request: WindowCallRequest<Name>,
  { enabled = true, keepPrevious = false }: UseCallOptions = {},
): UseQueryResult<WindowCallAnswer<Name>, CallFailure> {
  const client = useClient();
  return useQuery<WindowCallAnswer<Name>, CallFailure>({
    ...callQuery(client, name, request),
    enabled,
    ...(keepPrevious ? { placeholderData: (previous) => previous } : {}),
  });
}

/** How the answer to a call is kept and asked for. */
export function callQuery<Name extends WindowCallName>(
  client: CallClient,
  name: Name,
  request: WindowCallRequest<Name>,
): {
  readonly queryKey: readonly [Name, WindowCallRequest<Name>];
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<WindowCallAnswer<Name>>;
} {
  return {
    queryKey: [name, request],
    queryFn: async ({ signal }) => valueOf(await client.invoke(name, request, { signal })),
  };
}
