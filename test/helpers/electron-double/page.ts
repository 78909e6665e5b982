import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import type { MessagePort } from 'node:worker_threads';
import type Electron from 'electron';
import type { VeriscopeBridge } from '../../../src/shared/electron-bridge.ts';
import type { PortMessage, PortPage } from '../../../src/renderer/client/electron-port.ts';

type RendererShape = {
  readonly contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
  readonly webUtils: Electron.WebUtils;
};

/** A window message event; Node's own has no ports. */
class WindowMessage extends Event implements Omit<PortMessage, 'ports'> {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
  readonly ports: readonly MessagePort[];

  constructor(data: unknown, origin: string, source: unknown, ports: readonly MessagePort[]) {
    super('message');
    this.data = data;
    this.origin = origin;
    this.source = source;
    this.ports = ports;
  }
}

/** The `window` of a page. */
class PageWindow extends EventTarget {
  readonly location: { readonly origin: string; readonly href: string };

  constructor(href: string) {
    super();
    const { protocol, host } = new URL(href);
    this.location = { href, origin: `${protocol}//${host}` };
  }

  postMessage(data: unknown, targetOrigin: string, transfer: readonly MessagePort[] = []): void {
    if (targetOrigin !== '*' && targetOrigin !== this.location.origin) return;
    const copy = structuredClone(data);
    setImmediate(() => this.dispatchEvent(new WindowMessage(copy, this.location.origin, this, transfer)));
  }
}

/** Paths of files as a drop would carry them. */
export const pathsOfFiles = new WeakMap<File, string>();

/**
 * A page that is loaded: its preload script has run, as the single CommonJS file that a sandbox demands, with nothing but
 * Electron's renderer module in reach.
 */
export class Page {
  readonly window: PortPage & Pick<PageWindow, 'postMessage'>;
  /** What the preload script exposed to the page. */
  readonly exposed = new Map<string, unknown>();
  readonly ipcRenderer: EventEmitter & { send: (channel: string, ...args: unknown[]) => void };
  readonly #ports: MessagePort[] = [];

  constructor(href: string, preload: string | undefined, send: (channel: string, args: unknown[]) => void) {
    // Node types the listeners of an EventTarget by the bare Event.
    this.window = new PageWindow(href) as unknown as Page['window'];
    this.ipcRenderer = Object.assign(new EventEmitter(), {
      send: (channel: string, ...args: unknown[]) => send(channel, structuredClone(args)),
    });
    if (preload === undefined) return;
    const script = compileFunction(readFileSync(preload, 'utf8'), ['require', 'window', 'module', 'exports']);
    const require = (name: string): unknown => this.#require(name);
    Reflect.apply(script, undefined, [require, this.window, { exports: {} }, {}]);
  }

  /** The page is gone: ports that it was given close with it. */
  end(): void {
    for (const port of this.#ports) port.close();
  }

  /** Hands a message of the main process to the preload script. */
  receive(channel: string, ports: readonly MessagePort[], args: readonly unknown[]): void {
    this.#ports.push(...ports);
    this.ipcRenderer.emit(channel, { ports, sender: this.ipcRenderer }, ...args);
  }

  get bridge(): VeriscopeBridge {
    return this.exposed.get('veriscope') as VeriscopeBridge;
  }

  #require(name: string): RendererShape & { readonly ipcRenderer: EventEmitter } {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return {
      ipcRenderer: this.ipcRenderer,
      contextBridge: {
        exposeInMainWorld: (key: string, api: unknown) => {
          if (this.exposed.has(key)) throw new Error(`Cannot bind an API on top of an existing property: ${key}`);
          this.exposed.set(key, bridged(api));
        },
      },
      webUtils: { getPathForFile: (file) => pathsOfFiles.get(file) ?? '' },
    };
  }
}

/** What crosses the context bridge is copied; functions are called across it. Ports cannot cross. */
function bridged(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...args: unknown[]): unknown => (value as (...given: unknown[]) => unknown)(...args.map(bridged));
  }
  if (value === null || typeof value !== 'object' || value instanceof File) return value;
  if (Object.getPrototypeOf(value) === Object.prototype) {
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bridged(part)])));
  }
  return structuredClone(value);
}
