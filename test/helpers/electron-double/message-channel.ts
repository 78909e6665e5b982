import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type Electron from 'electron';

type PortShape = Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>;

/** A port of the main process over one of Node's: silent until started, unusable once handed on. */
export class MessagePortMain extends EventEmitter implements PortShape {
  #port: MessagePort | null;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.once('close', () => {
      if (this.#port === port) this.emit('close');
    });
  }

  postMessage(message: unknown, transfer: PortShape[] = []): void {
    this.#usable().postMessage(message, transfer.map(handOn));
  }

  start(): void {
    this.#usable().on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
  }

  close(): void {
    this.#port?.close();
  }

  /** What is beneath, for its next owner. */
  handOn(): MessagePort {
    const port = this.#usable();
    this.#port = null;
    port.removeAllListeners();
    return port;
  }

  #usable(): MessagePort {
    if (this.#port === null) throw new TypeError('Object has been destroyed: the port was transferred');
    return this.#port;
  }
}

/** Takes a port from the main process. */
export function handOn(port: PortShape): MessagePort {
  if (!(port instanceof MessagePortMain)) throw new TypeError('Invalid value for transfer');
  return port.handOn();
}

/** Two ports that belong together. */
export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MessagePortMain(port1);
    this.port2 = new MessagePortMain(port2);
  }
}
