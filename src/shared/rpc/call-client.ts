import type { WindowCallAnswer, WindowCallName, WindowCallProgress, WindowCallRequest } from '../contract/calls.ts';
import type { EventName, EventPayload } from '../contract/events.ts';
import { err, type Result } from '../result.ts';
import { decodeBody, decodeFrame, encodeBody, encodeFrame, type Frame } from './frame.ts';
import type { Port } from './port.ts';

/** What a caller may add to a call. */
export interface ClientCallOptions<Name extends WindowCallName> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: WindowCallProgress<Name>) => void) | undefined;
}

interface OpenCall {
  readonly onProgress: (progress: unknown) => void;
  readonly settle: (result: Result<unknown>) => void;
}

type Listener = (payload: unknown) => void;

/** Events that come once and must not be missed wait for their first listener; all others only tell of a change. */
const WAITING: ReadonlySet<string> = new Set<EventName>(['file.opened']);

/**
 * Calls a host over a port and hears its events. Never throws and never rejects: where the port closes, open calls are
 * answered with `HOST_UNREACHABLE`. An aborted call is cancelled at the other end and answered from there. A file that was
 * opened before anybody listened is told to the first listener.
 */
export class CallClient {
  readonly #port: Port;
  readonly #open = new Map<string, OpenCall>();
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #unheard = new Map<string, unknown[]>();
  #last = 0;
  #closed = false;

  constructor(port: Port) {
    this.#port = port;
    port.onMessage((message) => this.#receive(message));
    port.onClose(() => this.#close());
  }

  invoke<Name extends WindowCallName>(
    name: Name,
    request: WindowCallRequest<Name>,
    { signal, onProgress }: ClientCallOptions<Name> = {},
  ): Promise<Result<WindowCallAnswer<Name>>> {
    if (this.#closed) return Promise.resolve(unreachable());
    if (signal?.aborted === true) return Promise.resolve(err('CANCELLED', 'Cancelled.', 'Nothing was changed.'));
    const body = encoded(request);
    if (body === null) return Promise.resolve(unreadable('request'));
    const id = String(++this.#last);
    return new Promise((resolve) => {
      const cancel = (): void => this.#send({ kind: 'cancel', id });
      signal?.addEventListener('abort', cancel, { once: true });
      this.#open.set(id, {
        onProgress: (progress) => onProgress?.(progress as WindowCallProgress<Name>),
        settle: (result) => {
          signal?.removeEventListener('abort', cancel);
          resolve(result as Result<WindowCallAnswer<Name>>);
        },
      });
      this.#send({ kind: 'call', id, name, body });
    });
  }

  /** Hears an event until the function that it returns is called. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    const heard: Listener = (payload) => listener(payload as EventPayload<Name>);
    listeners.add(heard);
    for (const payload of this.#unheard.get(name) ?? []) heard(payload);
    this.#unheard.delete(name);
    return () => listeners.delete(heard);
  }

  close(): void {
    this.#port.close();
  }

  #send(frame: Frame): void {
    if (!this.#closed) this.#port.post(encodeFrame(frame));
  }

  #receive(message: Uint8Array): void {
    const frame = decodeFrame(message);
    switch (frame?.kind) {
      case 'progress': {
        const progress = decoded(frame.body);
        if (progress !== undefined) this.#open.get(frame.id)?.onProgress(progress);
        return;
      }
      case 'answer': {
        const call = this.#open.get(frame.id);
        this.#open.delete(frame.id);
        call?.settle((decoded(frame.body) as Result<unknown> | undefined) ?? unreadable('answer'));
        return;
      }
      case 'event':
        this.#tell(frame.name, decoded(frame.body));
        return;
      case 'call':
      case 'cancel':
      case undefined:
        return;
    }
  }

  #tell(name: string, payload: unknown): void {
    const listeners = this.#listeners.get(name);
    if (listeners !== undefined && listeners.size > 0) {
      for (const listener of listeners) listener(payload);
      return;
    }
    if (WAITING.has(name)) this.#unheard.set(name, [...(this.#unheard.get(name) ?? []), payload]);
  }

  #close(): void {
    this.#closed = true;
    for (const call of this.#open.values()) call.settle(unreachable());
    this.#open.clear();
  }
}

const unreachable = () =>
  err(
    'HOST_UNREACHABLE',
    'This window has lost its connection with Veriscope.',
    'If the application was closed, start it again; your workspaces are as they were.',
  );

function encoded(request: unknown): Uint8Array<ArrayBuffer> | null {
  try {
    return encodeBody(request);
  } catch {
    return null;
  }
}

/** Undefined for bytes that hold no value. */
function decoded(body: Uint8Array): unknown {
  try {
    return decodeBody(body);
  } catch {
    return undefined;
  }
}

const unreadable = (what: string) => err('INTERNAL', `The ${what} of a call cannot be read.`, 'Load the window again.');
