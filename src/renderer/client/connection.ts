import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/events.ts';
import type { CallClient } from '../../shared/rpc/call-client.ts';
import type { Port } from '../../shared/rpc/port.ts';

type EngineState = EventPayload<'engine.state'>['state'];

/** Whether the window's calls can be answered. */
export interface Connection {
  /** Null until the host has told. */
  readonly engine: EngineState | null;
  readonly restarts: number;
  /** The line to the host is broken; nothing is answered any more. */
  readonly isLost: boolean;
}

export const useConnection = create<Connection>(() => ({ engine: null, restarts: 0, isLost: false }));

/** Keeps {@link useConnection} true. */
export function watchConnection(client: CallClient, port: Port): void {
  let isLeaving = false;
  window.addEventListener('pagehide', () => {
    isLeaving = true;
  });
  port.onClose(() => {
    if (!isLeaving) useConnection.setState({ isLost: true });
  });
  client.on('engine.state', ({ state, restarts }) => useConnection.setState({ engine: state, restarts }));
  void client.invoke('host.describe', {}).then((answer) => {
    if (answer.ok && useConnection.getState().engine === null) useConnection.setState({ engine: answer.value.engine });
  });
}
