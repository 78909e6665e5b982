import { BroadcastChannel } from 'node:worker_threads';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Port } from '../../shared/rpc/port.ts';
import { ToEngine, type FromEngine } from './engine-messages.ts';
import { createEngine } from './engine.ts';
import { PRINT_CHANNEL, PrintRequest } from './host-printer.ts';
import { tellOnlyKind } from './tell-only-kind.ts';
import { watchLongCalls } from './watch-long-calls.ts';

/** Milliseconds that work under way is given to undo itself when the engine is to end. */
const LAST_MOMENT = 5000;

/**
 * The engine as a utility process of the Electron host: every window has a line of its own, which the host hands over as a
 * message port. Ends when it is told to; Electron ends it with its parent.
 */
tellOnlyKind('engine');
const engine = createEngine(packageJson.version, { printsInHost: true });
/** By window: a page that was loaded anew takes the place of the one before it. */
const lines = new Map<number, Port>();
const tellHost = (message: FromEngine): void => process.parentPort.postMessage(message);

const prints = new BroadcastChannel(PRINT_CHANNEL);
prints.onmessage = (event: unknown) => {
  const { data: request } = PrintRequest.safeParse((event as MessageEvent).data);
  if (request !== undefined) tellHost(request);
};

process.parentPort.on('message', ({ data, ports: [port] }) => {
  const message = ToEngine.parse(data);
  if (message.kind === 'end') void end();
  else if (message.kind === 'printed') prints.postMessage(message);
  else if (port !== undefined) open(message.window, portOf(port));
});

function open(window: number, port: Port): void {
  const line = watchLongCalls(port, (calls) => tellHost({ kind: 'work', window, calls }));
  lines.get(window)?.close();
  lines.set(window, line);
  line.onClose(() => {
    if (lines.get(window) === line) lines.delete(window);
  });
  engine.connect(line);
}

async function end(): Promise<void> {
  for (const line of lines.values()) line.close();
  await engine.idle(LAST_MOMENT);
  // Ended by force: leaving threads in the midst of a DuckDB query by `exit` aborts with a message.
  process.kill(process.pid, 'SIGKILL');
}

/** `close` is told on this side too, which Electron's own event is not. */
function portOf(port: Electron.MessagePortMain): Port {
  const listeners: (() => void)[] = [];
  const closed = (): void => {
    for (const listener of listeners.splice(0)) listener();
  };
  port.once('close', closed);
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }: { readonly data: unknown }) => {
        if (data instanceof Uint8Array) listener(data);
      });
      port.start();
    },
    onClose: (listener) => {
      listeners.push(listener);
    },
    close: () => {
      port.close();
      closed();
    },
  };
}
