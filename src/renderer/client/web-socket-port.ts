import type { Port } from '../../shared/rpc/port.ts';

/** The line to the web host. What is sent before it is open waits. */
export function webSocketPort(url: string): Port {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  const waiting: Uint8Array[] = [];
  socket.addEventListener('open', () => {
    for (const message of waiting.splice(0)) send(message);
  });
  const send = (message: Uint8Array): void => socket.send(message as Uint8Array<ArrayBuffer>);
  return {
    post: (message) => {
      if (socket.readyState === WebSocket.CONNECTING) waiting.push(message);
      else if (socket.readyState === WebSocket.OPEN) send(message);
    },
    onMessage: (listener) => {
      socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (data instanceof ArrayBuffer) listener(new Uint8Array(data));
      });
    },
    onClose: (listener) => {
      socket.addEventListener('close', listener, { once: true });
    },
    close: () => socket.close(),
  };
}
