import { HOST_CALLS } from '../../shared/contract/host-calls.ts';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import { decodeFrame, encodeBody, encodeFrame } from '../../shared/rpc/frame.ts';
import type { Port } from '../../shared/rpc/port.ts';
import { CallRelay } from '../rpc/call-relay.ts';
import { serveCalls, type Answerer } from '../rpc/serve-calls.ts';
import { EngineSupervisor, type EngineProcess, type EngineState } from './engine-supervisor.ts';

/**
 * Joins windows with the engine: a window's host calls are answered here, all others are relayed; events go to every
 * window.
 */
export class WindowHub {
  readonly supervisor: EngineSupervisor;
  readonly #windows = new Set<Port>();
  readonly #toOpen: string[] = [];
  readonly #relay = new CallRelay((frame) => this.#broadcast(encodeFrame(frame)));
  readonly #onCount: (windows: number) => void;

  /** `onCount` hears how many windows there are whenever one comes or goes. */
  constructor(launch: () => EngineProcess, onCount: (windows: number) => void = () => undefined) {
    this.#onCount = onCount;
    this.supervisor = new EngineSupervisor(
      launch,
      (engine) => this.#relay.serveWith(engine.port),
      (state, restarts) => this.emit('engine.state', { state, restarts }),
    );
  }

  get windows(): number {
    return this.#windows.size;
  }

  get engineState(): EngineState {
    return this.supervisor.state;
  }

  start(): void {
    this.supervisor.start();
  }

  stop(): void {
    this.supervisor.stop();
  }

  /** Serves a window until its port closes. */
  connect(window: Port, answerHost: Answerer): void {
    this.#windows.add(window);
    window.onClose(() => {
      this.#windows.delete(window);
      this.#relay.drop(window);
      this.#onCount(this.#windows.size);
    });
    const hostLine: Port = {
      post: (message) => window.post(message),
      onMessage: (listener) => this.#sort(window, listener),
      onClose: (listener) => window.onClose(listener),
      close: () => window.close(),
    };
    serveCalls(hostLine, answerHost);
    for (const path of this.#toOpen.splice(0)) window.post(eventFrame('file.opened', { path }));
    this.#onCount(this.#windows.size);
  }

  /** Tells every window. */
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    this.#broadcast(eventFrame(name, payload));
  }

  /** Has the newest window open a file or a workspace; where there is none yet, the next one will. */
  openPath(path: string): void {
    const newest = [...this.#windows].at(-1);
    if (newest === undefined) this.#toOpen.push(path);
    else newest.post(eventFrame('file.opened', { path }));
  }

  #sort(window: Port, ofHost: (message: Uint8Array) => void): void {
    window.onMessage((message) => {
      const frame = decodeFrame(message);
      if (frame?.kind === 'call' && !Object.hasOwn(HOST_CALLS, frame.name)) {
        this.#relay.pass(window, frame);
        return;
      }
      if (frame?.kind === 'cancel') this.#relay.pass(window, frame);
      ofHost(message);
    });
  }

  #broadcast(message: Uint8Array): void {
    for (const window of this.#windows) window.post(message);
  }
}

function eventFrame<Name extends EventName>(name: Name, payload: EventPayload<Name>): Uint8Array {
  return encodeFrame({ kind: 'event', name, body: encodeBody(payload) });
}
