import { HOST_CALLS } from '../../shared/contract/host-calls.ts';
import { EVENTS } from '../../shared/contract/events.ts';
import { ENGINE_PORT_MESSAGE, type VeriscopeBridge } from '../../shared/electron-bridge.ts';
import { err } from '../../shared/result.ts';
import { ENGINE_STOPPED } from '../../shared/rpc/engine-stopped.ts';
import { decodeBody, decodeFrame, encodeBody, encodeFrame } from '../../shared/rpc/frame.ts';
import type { Port } from '../../shared/rpc/port.ts';

declare global {
  interface Window {
    /** There only in a window of the Electron host. */
    readonly veriscope?: VeriscopeBridge;
  }
}

/** What is needed of the page's `window`: the messages that it gets, and its own origin. */
export interface PortPage {
  readonly location: { readonly origin: string };
  addEventListener(kind: 'message', listener: (event: PortMessage) => void): void;
}

/** A window message that may carry a port. */
export interface PortMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
  readonly ports: readonly EnginePort[];
}

/** What is needed of a message port. */
export interface EnginePort {
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(kind: 'close', listener: () => void): void;
}

/**
 * The line to the Electron host: calls of the host go through the preload script's bridge, those of the engine over the
 * engine's own message port. Where that port closes, the calls that are open on it are answered with `ENGINE_STOPPED`;
 * calls made before the next port arrives wait for it, unless the engine was given up.
 */
export function electronPort(bridge: VeriscopeBridge, page: PortPage): Port {
  const port = new ElectronPort(bridge);
  page.addEventListener('message', ({ data, origin, source, ports: [given] }) => {
    const isOurs = data === ENGINE_PORT_MESSAGE && origin === page.location.origin && source === page;
    if (isOurs && given !== undefined) port.useEngine(given);
  });
  bridge.connect();
  return port;
}

class ElectronPort implements Port {
  readonly #bridge: VeriscopeBridge;
  readonly #listeners: ((message: Uint8Array) => void)[] = [];
  /** Calls that are open at the engine. */
  readonly #open = new Set<string>();
  /** Frames for the next engine. */
  #waiting: { readonly id: string; readonly message: Uint8Array }[] = [];
  #engine: EnginePort | null = null;
  #isGivenUp = false;

  constructor(bridge: VeriscopeBridge) {
    this.#bridge = bridge;
    bridge.onMessage((message) => this.#fromHost(message));
  }

  post(message: Uint8Array): void {
    const frame = decodeFrame(message);
    if (frame?.kind === 'call' && !Object.hasOwn(HOST_CALLS, frame.name)) this.#toEngine(frame.id, message);
    else if (frame?.kind === 'cancel' && this.#isOfEngine(frame.id)) this.#toEngine(frame.id, message);
    else this.#bridge.post(message);
  }

  onMessage(listener: (message: Uint8Array) => void): void {
    this.#listeners.push(listener);
  }

  /** The host cannot go without its windows. */
  onClose(): void {}

  close(): void {
    this.#engine?.close();
  }

  useEngine(engine: EnginePort): void {
    this.#drop();
    this.#engine = engine;
    this.#isGivenUp = false;
    engine.addEventListener('message', ({ data }) => {
      if (data instanceof Uint8Array) this.#fromEngine(data);
    });
    engine.addEventListener('close', () => {
      if (this.#engine === engine) this.#drop();
    });
    engine.start();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { id, message } of waiting) this.#toEngine(id, message);
  }

  #isOfEngine(id: string): boolean {
    return this.#open.has(id) || this.#waiting.some((frame) => frame.id === id);
  }

  #toEngine(id: string, message: Uint8Array): void {
    if (this.#isGivenUp) this.#answerStopped(id);
    else if (this.#engine === null) this.#waiting.push({ id, message });
    else {
      this.#open.add(id);
      this.#engine.postMessage(message);
    }
  }

  #fromEngine(message: Uint8Array): void {
    const frame = decodeFrame(message);
    if (frame?.kind === 'answer') this.#open.delete(frame.id);
    this.#tell(message);
  }

  #fromHost(message: Uint8Array): void {
    const frame = decodeFrame(message);
    if (frame?.kind === 'event' && frame.name === 'engine.state') {
      const { data } = EVENTS['engine.state'].safeParse(decodeBody(frame.body));
      this.#isGivenUp = data?.state === 'failed';
      if (data !== undefined && data.state !== 'ready') this.#drop();
    }
    this.#tell(message);
  }

  /** The engine is gone, or gets another port. */
  #drop(): void {
    this.#engine?.close();
    this.#engine = null;
    const lost = [...this.#open];
    this.#open.clear();
    if (this.#isGivenUp) {
      lost.push(...new Set(this.#waiting.map(({ id }) => id)));
      this.#waiting = [];
    }
    for (const id of lost) this.#answerStopped(id);
  }

  #answerStopped(id: string): void {
    const { code, message, hint } = ENGINE_STOPPED;
    const answer = encodeFrame({ kind: 'answer', id, body: encodeBody(err(code, message, hint)) });
    queueMicrotask(() => this.#tell(answer));
  }

  #tell(message: Uint8Array): void {
    for (const listener of this.#listeners) listener(message);
  }
}
