import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

/** What travels between the double and the child process that plays a utility process. */
export type ChildMessage =
  | { readonly kind: 'message'; readonly data: unknown; readonly ports: readonly number[] }
  | { readonly kind: 'port-message'; readonly port: number; readonly data: unknown }
  | { readonly kind: 'port-close'; readonly port: number };

const send = (message: ChildMessage): void => void process.send?.(message, undefined, undefined, () => undefined);

/** The end of a transferred port inside the utility process. */
class TransferredPort extends EventEmitter {
  readonly #id: number;
  #waiting: unknown[] | null = [];

  constructor(id: number) {
    super();
    this.#id = id;
  }

  postMessage(data: unknown): void {
    send({ kind: 'port-message', port: this.#id, data });
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }

  close(): void {
    send({ kind: 'port-close', port: this.#id });
  }

  take(data: unknown): void {
    if (this.#waiting === null) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
}

const ports = new Map<number, TransferredPort>();
const early: unknown[] = [];
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (data: unknown) => send({ kind: 'message', data, ports: [] }),
});
// As in Electron, messages wait for the first listener.
parentPort.on('newListener', (name) => {
  if (name !== 'message' || parentPort.listenerCount('message') > 0) return;
  setImmediate(() => {
    for (const message of early.splice(0)) parentPort.emit('message', message);
  });
});
Object.assign(process, { parentPort });

process.on('message', (message: ChildMessage) => {
  if (message.kind === 'port-message') ports.get(message.port)?.take(message.data);
  else if (message.kind === 'port-close') ports.get(message.port)?.emit('close');
  else {
    const event = { data: message.data, ports: message.ports.map(adopt) };
    if (parentPort.listenerCount('message') === 0 || early.length > 0) early.push(event);
    else parentPort.emit('message', event);
  }
});
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));

function adopt(id: number): TransferredPort {
  const port = new TransferredPort(id);
  ports.set(id, port);
  return port;
}

await import(pathToFileURL(process.argv[2] ?? '').href);
