import { WebSocket } from 'ws';
import { CallClient } from '../../src/shared/rpc/call-client.ts';
import type { Port } from '../../src/shared/rpc/port.ts';

/** Enters by an address with its token and returns the `Cookie` header that it bought. */
export async function cookieOf(entrance: string): Promise<string> {
  const response = await fetch(entrance);
  const [cookie] = (response.headers.get('set-cookie') ?? '').split(';');
  if (response.status !== 200 || cookie === undefined || cookie === '')
    throw new Error(`no way in (${response.status})`);
  return cookie;
}

const early = new WeakMap<WebSocket, Uint8Array[]>();

/** Opens a window's socket as a browser would; `change` replaces headers. */
export function openSocket(
  origin: string,
  cookie: string,
  change: Readonly<Record<string, string>> = {},
): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace('http:', 'ws:')}/socket`, {
    headers: { Origin: origin, Cookie: cookie, ...change },
  });
  return new Promise((resolve, reject) => {
    // What comes with the answer of the host, before somebody listens, would be lost.
    socket.on('message', (data) => early.get(socket)?.push(new Uint8Array(data as Buffer)));
    early.set(socket, []);
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** A window's line, held by a program instead of a browser. */
export function clientSocketPort(socket: WebSocket): Port {
  return {
    post: (message) => socket.send(message),
    onMessage: (listener) => {
      socket.on('message', (data) => listener(new Uint8Array(data as Buffer)));
      for (const message of early.get(socket) ?? []) listener(message);
      early.delete(socket);
    },
    onClose: (listener) => {
      socket.once('close', listener);
    },
    close: () => socket.close(),
  };
}

/** A window that knows only the address: enters, connects, calls. */
export async function webClient(entrance: string): Promise<CallClient> {
  const { origin } = new URL(entrance);
  return new CallClient(clientSocketPort(await openSocket(origin, await cookieOf(entrance))));
}
