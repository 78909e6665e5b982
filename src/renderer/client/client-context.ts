import { createContext, useContext } from 'react';
import type { CallClient } from '../../shared/rpc/call-client.ts';

export const ClientContext = createContext<CallClient | null>(null);

/** The line to the host, the same for the whole window. */
export function useClient(): CallClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('no client above this component');
  return client;
}
