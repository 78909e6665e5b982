import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Port } from '../../../shared/rpc/port.ts';
import { answerRequest, type WebSite } from './answer-request.ts';
import { ENTRANCE } from './entrance.ts';
import { socketPort } from './socket-port.ts';
import { WebSession } from './web-session.ts';

const LOOPBACK = '127.0.0.1';
/** Largest message that a window may send, in bytes: a query's text and a kept state fit many times over. */
const LARGEST_MESSAGE = 4 * 1024 * 1024;
const MOST_WINDOWS = 50;
const MOST_CONNECTIONS = 200;
/** Milliseconds in which a request must have come whole. */
const REQUEST_TIME = 10_000;
/** The close code that tells a window that its server goes away. */
const GOING_AWAY = 1001;
/** Milliseconds that windows are given to take their leave. */
const LEAVE_TIME = 200;

/** The window's files and its socket on 127.0.0.1, for whoever holds the session's cookie. */
export interface WebServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** An address that opens the window once; `route` is the hash to begin with. */
  entrance(route?: string): string;
  close(): Promise<void>;
}

/**
 * Starts to listen on a free port. `folder` holds the window's files, `connect` is given every window's line. Each is asked
 * every `heartbeat` milliseconds whether it is there, and given up when it stays silent.
 */
export async function startWebServer(
  folder: string,
  connect: (window: Port) => void,
  heartbeat?: number,
): Promise<WebServer> {
  const server = createServer({ requestTimeout: REQUEST_TIME, headersTimeout: REQUEST_TIME });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const site: WebSite = { authority: `${LOOPBACK}:${port}`, folder, session: new WebSession(port) };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false });
  server.on('request', (request, response) => void answerRequest(request, response, site));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A client that breaks off here is no failure of ours.
    socket.on('error', () => socket.destroy());
    if (!mayConnect(request, site)) socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    else if (sockets.clients.size >= MOST_WINDOWS)
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    else sockets.handleUpgrade(request, socket, head, (window) => connect(socketPort(window, heartbeat)));
  });
  const origin = `http://${site.authority}`;
  return {
    origin,
    entrance: (route = '') => `${origin}${ENTRANCE}?token=${site.session.issueToken()}${route}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const window of sockets.clients) window.close(GOING_AWAY);
      setTimeout(() => {
        for (const window of sockets.clients) window.terminate();
        server.closeAllConnections();
      }, LEAVE_TIME);
      await closed;
    },
  };
}

function mayConnect({ url, headers }: IncomingMessage, { authority, session }: WebSite): boolean {
  return (
    headers.host === authority &&
    headers.origin === `http://${authority}` &&
    url === '/socket' &&
    session.admits(headers.cookie)
  );
}
