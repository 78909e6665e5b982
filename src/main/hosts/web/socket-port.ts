import type { WebSocket } from 'ws';
import type { Port } from '../../../shared/rpc/port.ts';

/** Milliseconds between two questions to a window whether it is still there. */
const HEARTBEAT = 10_000;

/** A window that has not been heard of for so many of them is given up: a page that hangs or takes nothing any more. */
const SILENT_BEATS = 6;

/** A window that lets more than this many bytes wait is given up when there is more to send. */
const MOST_WAITING = 512 * 1024 * 1024;

/** The close code of a connection that broke a rule. */
const POLICY_VIOLATION = 1008;

/** A window's socket as a port. */
export function socketPort(socket: WebSocket, heartbeat: number = HEARTBEAT): Port {
  let silent = 0;
  const timer = setInterval(() => {
    silent += 1;
    if (silent > SILENT_BEATS) socket.terminate();
    else socket.ping();
  }, heartbeat);
  socket.on('pong', () => (silent = 0));
  socket.once('close', () => clearInterval(timer));
  // A frame that is too large or none at all: the socket closes by itself.
  socket.on('error', () => undefined);
  return {
    post: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MOST_WAITING) socket.terminate();
      else socket.send(message);
    },
    onMessage: (listener) => {
      socket.on('message', (data, isBinary) => {
        silent = 0;
        if (isBinary && data instanceof Buffer) listener(data);
        else socket.close(POLICY_VIOLATION);
      });
    },
    onClose: (listener) => {
      socket.once('close', listener);
    },
    close: () => socket.close(),
  };
}
