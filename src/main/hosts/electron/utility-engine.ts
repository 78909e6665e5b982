import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { FromEngine, type ToEngine } from '../../process/engine-messages.ts';
import type { EngineProcess } from '../engine-supervisor.ts';
import { PrintQueue } from './print-queue.ts';

/** An engine that was told to end and has not after this many milliseconds is ended by force. */
const LAST_MOMENT = 6000;

/** What is told of an engine. */
export interface EngineEvents {
  /** One was started: windows need new lines. */
  readonly onStart: () => void;
  /** So many long calls of a window are under way. */
  readonly onWork: (window: number, calls: number) => void;
  /** One has ended, and all work with it. */
  readonly onEnd: () => void;
}

/** The engine in a utility process. Windows talk with it over message ports of their own. */
export class UtilityEngine {
  readonly #path: string;
  readonly #events: EngineEvents;
  #process: UtilityProcess | null = null;

  /** `path`: the built entry of the engine. */
  constructor(path: string, events: EngineEvents) {
    this.#path = path;
    this.#events = events;
  }

  get isRunning(): boolean {
    return this.#process !== null;
  }

  /** Starts an engine; for the supervisor. */
  start(): EngineProcess {
    const engine = utilityProcess.fork(this.#path, [], {
      serviceName: 'Veriscope engine',
      stdio: 'inherit',
      // DuckDB waits in libuv's pool: several long queries must not hold up short ones.
      env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
    });
    this.#process = engine;
    const tell = (message: ToEngine): void => engine.postMessage(message);
    const prints = new PrintQueue((message) => tell(message));
    engine.on('message', (given: unknown) => {
      const message = FromEngine.parse(given);
      if (message.kind === 'work') this.#events.onWork(message.window, message.calls);
      else prints.take(message);
    });
    const closed = new Promise<void>((resolve) => {
      engine.once('exit', () => {
        if (this.#process === engine) this.#process = null;
        prints.cancelAll();
        this.#events.onEnd();
        resolve();
      });
    });
    const end = (): void => {
      tell({ kind: 'end' });
      const timer = setTimeout(() => engine.kill(), LAST_MOMENT);
      void closed.then(() => clearTimeout(timer));
    };
    this.#events.onStart();
    return {
      // Known only when the process has come up.
      get pid() {
        return engine.pid;
      },
      // Windows have lines of their own; the host itself asks the engine nothing.
      port: {
        post: () => undefined,
        onMessage: () => undefined,
        onClose: (listener) => void closed.then(listener),
        close: end,
      },
      kill: end,
    };
  }

  /** A line for a window, whose other end the engine gets; null while there is no engine. */
  line(window: number): MessagePortMain | null {
    if (this.#process === null) return null;
    const { port1, port2 } = new MessageChannelMain();
    this.#process.postMessage({ kind: 'line', window } satisfies ToEngine, [port1]);
    return port2;
  }

  /** Resolves when no engine runs any more. */
  ended(): Promise<void> {
    const engine = this.#process;
    return engine === null ? Promise.resolve() : new Promise((resolve) => engine.once('exit', () => resolve()));
  }
}
