import packageJson from '../../../package.json' with { type: 'json' };
import type { Port } from '../../shared/rpc/port.ts';
import { createEngine } from './engine.ts';
import { tellOnlyKind } from './tell-only-kind.ts';

/** Milliseconds that work under way is given to undo itself when the host has gone. */
const LAST_MOMENT = 5000;

/**
 * The engine as a child process of the web host: one line, the channel of `fork` with advanced serialization, over which
 * the host relays all its windows. Ends with its parent, however that ended.
 */
tellOnlyKind('engine');
const parent: Port = {
  post: (message) => {
    if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
  },
  onMessage: (listener) => {
    process.on('message', (message: unknown) => {
      if (message instanceof Uint8Array) listener(message);
    });
  },
  onClose: (listener) => {
    process.once('disconnect', listener);
  },
  close: () => process.disconnect(),
};
const engine = createEngine(packageJson.version);
engine.connect(parent);
process.once('disconnect', () => void end());
// A terminal sends Ctrl-C to its whole process group: the host decides what it means.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (process.connected) process.disconnect();
  });
}

async function end(): Promise<void> {
  await engine.idle(LAST_MOMENT);
  // Ended by force: leaving threads in the midst of a DuckDB query by `exit` aborts with a message.
  process.kill(process.pid, 'SIGKILL');
}
