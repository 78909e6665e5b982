import type { Port } from '../../shared/rpc/port.ts';
import { electronPort } from './electron-port.ts';
import { webSocketPort } from './web-socket-port.ts';

/** The address of the web host's socket. */
export function socketAddress(): string {
  return `ws://${window.location.host}/socket`;
}

/** The line to whatever host shows this window. */
export function hostPort(): Port {
  return window.veriscope === undefined ? webSocketPort(socketAddress()) : electronPort(window.veriscope, window);
}
