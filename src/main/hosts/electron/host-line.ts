import type { WebContents } from 'electron';
import { HOST_CALLS } from '../../../shared/contract/host-calls.ts';
import type { EventName, EventPayload } from '../../../shared/contract/events.ts';
import { BRIDGE_CHANNELS } from '../../../shared/electron-bridge.ts';
import { err } from '../../../shared/result.ts';
import { decodeFrame, encodeBody, encodeFrame } from '../../../shared/rpc/frame.ts';
import type { Port } from '../../../shared/rpc/port.ts';

/** Largest frame that a window may send, in bytes: a kept state fits many times over. */
const LARGEST_FRAME = 4 * 1024 * 1024;

/** The line between a page and the host. What the page is told before it has opened the line waits for that. */
export class HostLine implements Port {
  readonly #contents: WebContents;
  readonly #waiting: Uint8Array[] = [];
  #listener: (message: Uint8Array) => void = () => undefined;
  #closed: (() => void)[] = [];
  #state: 'waiting' | 'open' | 'closed' = 'waiting';

  constructor(contents: WebContents) {
    this.#contents = contents;
  }

  post(message: Uint8Array): void {
    if (this.#state === 'open' && !this.#contents.isDestroyed()) this.#contents.send(BRIDGE_CHANNELS.fromHost, message);
  }

  onMessage(listener: (message: Uint8Array) => void): void {
    this.#listener = listener;
  }

  onClose(listener: () => void): void {
    this.#closed.push(listener);
  }

  close(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    const closed = this.#closed;
    this.#closed = [];
    for (const listener of closed) listener();
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** The page listens from now on. */
  open(): void {
    this.#state = 'open';
    for (const message of this.#waiting.splice(0)) this.post(message);
  }

  /** Tells this page alone. */
  tell<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    const message = encodeFrame({ kind: 'event', name, body: encodeBody(payload) });
    if (this.#state === 'waiting') this.#waiting.push(message);
    else this.post(message);
  }

  /** Takes what the page has sent. */
  receive(message: unknown): void {
    if (this.#state !== 'open' || !(message instanceof Uint8Array) || message.byteLength > LARGEST_FRAME) return;
    const frame = decodeFrame(message);
    if (frame?.kind === 'call' && !Object.hasOwn(HOST_CALLS, frame.name)) {
      const refused = err('USAGE', 'The host does not answer this call.', 'Send it over the line to the engine.');
      this.post(encodeFrame({ kind: 'answer', id: frame.id, body: encodeBody(refused) }));
      return;
    }
    this.#listener(message);
  }
}
