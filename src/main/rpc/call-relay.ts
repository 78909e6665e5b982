import { err, type AppError } from '../../shared/result.ts';
import { ENGINE_STOPPED } from '../../shared/rpc/engine-stopped.ts';
import { decodeFrame, encodeBody, encodeFrame, type Frame } from '../../shared/rpc/frame.ts';
import type { Port } from '../../shared/rpc/port.ts';
import { MOST_OPEN_CALLS } from './serve-calls.ts';

interface PassedCall {
  /** Null when the client has gone: the call is cancelled, and nobody waits for its answer. */
  readonly client: Port | null;
  /** As the client named it. */
  readonly id: string;
  readonly name: string;
  readonly body: Uint8Array;
}

/** Called with every answer that passes, still encoded, whether or not anybody waits for it. */
export type AnswerWatch = (name: string, request: Uint8Array, answer: Uint8Array) => void;

const TOO_MANY: AppError = {
  code: 'USAGE',
  message: 'Too many calls are under way.',
  hint: 'Wait for some of their answers.',
};

/**
 * Passes the calls of many clients on to one server and its answers back, without reading bodies. The server may be
 * replaced: calls that the old one left open are answered with `ENGINE_STOPPED`.
 */
export class CallRelay {
  readonly #passed = new Map<string, PassedCall>();
  readonly #onEvent: (frame: Frame) => void;
  readonly #onAnswer: AnswerWatch;
  #server: Port | null = null;
  #last = 0;

  constructor(onEvent: (frame: Frame) => void = () => undefined, onAnswer: AnswerWatch = () => undefined) {
    this.#onEvent = onEvent;
    this.#onAnswer = onAnswer;
  }

  /** How many calls the server is busy with. */
  get load(): number {
    return this.#passed.size;
  }

  serveWith(server: Port): void {
    this.#leave();
    this.#server = server;
    server.onMessage((message) => {
      if (this.#server === server) this.#fromServer(message);
    });
    server.onClose(() => {
      if (this.#server === server) this.#leave();
    });
  }

  /** Passes a call or a cancel of `client` on. */
  pass(client: Port, frame: Frame & { readonly kind: 'call' | 'cancel' }): void {
    if (frame.kind === 'cancel') {
      for (const [id, call] of this.#passed) if (call.client === client && call.id === frame.id) this.#cancel(id);
      return;
    }
    const call = { client, id: frame.id, name: frame.name, body: frame.body };
    const refusal =
      this.#server === null ? ENGINE_STOPPED : this.#openCallsOf(client) >= MOST_OPEN_CALLS ? TOO_MANY : null;
    if (refusal !== null) {
      answerWith(call, refusal);
      return;
    }
    const id = String(++this.#last);
    this.#passed.set(id, call);
    this.#server?.post(encodeFrame({ ...frame, id }));
  }

  /** Cancels what a client that has gone left open. */
  drop(client: Port): void {
    for (const [id, call] of this.#passed) {
      if (call.client !== client) continue;
      this.#passed.set(id, { ...call, client: null });
      this.#cancel(id);
    }
  }

  /** Answers what the server has left open. */
  #leave(): void {
    this.#server = null;
    const left = [...this.#passed.values()];
    this.#passed.clear();
    for (const call of left) answerWith(call, ENGINE_STOPPED);
  }

  #cancel(id: string): void {
    this.#server?.post(encodeFrame({ kind: 'cancel', id }));
  }

  #openCallsOf(client: Port): number {
    let count = 0;
    for (const call of this.#passed.values()) if (call.client === client) count += 1;
    return count;
  }

  #fromServer(message: Uint8Array): void {
    const frame = decodeFrame(message);
    if (frame?.kind === 'event') this.#onEvent(frame);
    if (frame?.kind !== 'progress' && frame?.kind !== 'answer') return;
    const call = this.#passed.get(frame.id);
    if (call === undefined) return;
    if (frame.kind === 'answer') {
      this.#passed.delete(frame.id);
      this.#onAnswer(call.name, call.body, frame.body);
    }
    call.client?.post(encodeFrame({ ...frame, id: call.id }));
  }
}

function answerWith({ client, id }: PassedCall, error: AppError): void {
  client?.post(encodeFrame({ kind: 'answer', id, body: encodeBody(err(error.code, error.message, error.hint)) }));
}
