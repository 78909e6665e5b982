import type { MessagePort, Worker } from 'node:worker_threads';
import type { Port } from '../../shared/rpc/port.ts';

/** A worker thread, seen from the thread that started it. */
export function workerPort(worker: Worker): Port {
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => {
      worker.on('message', (message: unknown) => {
        if (message instanceof Uint8Array) listener(message);
      });
    },
    onClose: (listener) => {
      worker.once('exit', listener);
    },
    close: () => worker.postMessage(null),
  };
}

/** A message port: of the thread that started this one, or of a channel. */
export function messagePort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (message: unknown) => {
        if (message instanceof Uint8Array) listener(message);
      });
    },
    onClose: (listener) => {
      port.once('close', listener);
    },
    close: () => port.close(),
  };
}
