import type { Port } from '../../shared/rpc/port.ts';

export type EngineState = 'ready' | 'restarting' | 'failed';

/** A running engine: its line, and how to end it. The line closes when the process is gone. */
export interface EngineProcess {
  readonly port: Port;
  readonly kill: () => void;
  readonly pid?: number | undefined;
}

/** An engine that dies more often than this within a minute is not started again. */
export const MOST_RESTARTS = 5;
const WINDOW = 60_000;

/**
 * Keeps an engine running: where it dies, another is started at once, unless it keeps dying. `onState` hears of every
 * change, `onEngine` gets every new engine.
 */
export class EngineSupervisor {
  readonly #launch: () => EngineProcess;
  readonly #onEngine: (engine: EngineProcess) => void;
  readonly #onState: (state: EngineState, restarts: number) => void;
  readonly #deaths: number[] = [];
  #engine: EngineProcess | null = null;
  #restarts = 0;
  #state: EngineState = 'restarting';
  #stopped = false;

  constructor(
    launch: () => EngineProcess,
    onEngine: (engine: EngineProcess) => void,
    onState: (state: EngineState, restarts: number) => void,
  ) {
    this.#launch = launch;
    this.#onEngine = onEngine;
    this.#onState = onState;
  }

  get state(): EngineState {
    return this.#state;
  }

  get restarts(): number {
    return this.#restarts;
  }

  /** Of the engine's process, where it has one of its own. */
  get pid(): number | undefined {
    return this.#engine?.pid;
  }

  start(): void {
    let engine: EngineProcess;
    try {
      engine = this.#launch();
    } catch {
      // The system lacks memory or processes: no use in trying again at once.
      this.#engine = null;
      this.#become('failed');
      return;
    }
    this.#engine = engine;
    // First those who wait for its answers hear that it is gone, then the next one is started.
    this.#onEngine(engine);
    engine.port.onClose(() => this.#died(engine));
    this.#become('ready');
  }

  /** Starts again after it was given up; an engine that runs, and may hang, is ended first. */
  retry(): void {
    if (this.#stopped) return;
    this.#deaths.length = 0;
    if (this.#state === 'failed') this.start();
    else this.#engine?.kill();
  }

  stop(): void {
    this.#stopped = true;
    this.#engine?.kill();
  }

  #died(engine: EngineProcess): void {
    if (this.#stopped || this.#engine !== engine) return;
    const now = Date.now();
    this.#deaths.push(now);
    while ((this.#deaths[0] ?? now) < now - WINDOW) this.#deaths.shift();
    if (this.#deaths.length > MOST_RESTARTS) {
      this.#become('failed');
      return;
    }
    this.#restarts += 1;
    this.#become('restarting');
    this.start();
  }

  #become(state: EngineState): void {
    this.#state = state;
    this.#onState(state, this.#restarts);
  }
}
