import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineProcess } from '../hosts/engine-supervisor.ts';

/** An engine that was told to end and has not after this many milliseconds is ended by force. */
const LAST_MOMENT = 6000;

/** Starts the engine as a child of this process. */
export function forkEngine(): EngineProcess {
  const path = fileURLToPath(new URL(`./engine-process${extname(import.meta.url)}`, import.meta.url));
  const child = fork(path, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // DuckDB waits in libuv's pool: several long queries must not hold up short ones.
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
  });
  const closed = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    // Where it could not be started, there is no 'exit'. What is sent to one that has just died fails; 'exit' tells of it.
    child.on('error', () => {
      if (child.pid === undefined) resolve();
    });
  });
  const end = (): void => {
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), LAST_MOMENT);
    void closed.then(() => clearTimeout(timer));
  };
  return {
    pid: child.pid,
    port: {
      post: (message) => {
        if (child.connected) child.send(message, () => undefined);
      },
      onMessage: (listener) => {
        child.on('message', (message: unknown) => {
          if (message instanceof Uint8Array) listener(message);
        });
      },
      onClose: (listener) => void closed.then(listener),
      close: end,
    },
    kill: end,
  };
}
