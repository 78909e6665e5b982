import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Port } from '../../shared/rpc/port.ts';
import type { Frame } from '../../shared/rpc/frame.ts';
import { CallRelay, type AnswerWatch } from '../rpc/call-relay.ts';
import { workerPort } from '../rpc/worker-port.ts';

/** What every such thread is started with. */
export interface JobThreadData {
  readonly productVersion: string;
  /** PDFs are printed by the host, not by an installed browser. */
  readonly printsInHost: boolean;
  /** Databases stay open between calls. */
  readonly keepsOpen: boolean;
}

/** Threads that answer calls for the engine's own: an idle one takes the next, a further one is started while all are busy. */
export class JobThreads {
  readonly #threads: CallRelay[] = [];
  readonly #data: JobThreadData;
  readonly #onAnswer: AnswerWatch;
  readonly #most: number;

  /** More calls than `most` at a time share threads. */
  constructor(most: number, data: JobThreadData, onAnswer: AnswerWatch) {
    this.#most = most;
    this.#data = data;
    this.#onAnswer = onAnswer;
  }

  /** How many calls are under way. */
  get load(): number {
    return this.#threads.reduce((sum, thread) => sum + thread.load, 0);
  }

  /** Starts a thread ahead of the first call, which then need not wait for it. */
  warmUp(): void {
    if (this.#threads.length === 0) this.#start();
  }

  pass(client: Port, frame: Frame & { readonly kind: 'call' }): void {
    const idle = this.#threads.find((thread) => thread.load === 0);
    const thread = idle ?? (this.#threads.length < this.#most ? this.#start() : this.#leastBusy());
    thread.pass(client, frame);
  }

  cancel(client: Port, id: string): void {
    for (const thread of this.#threads) thread.pass(client, { kind: 'cancel', id });
  }

  /** Cancels what a client that has gone left open. */
  drop(client: Port): void {
    for (const thread of this.#threads) thread.drop(client);
  }

  #leastBusy(): CallRelay {
    return this.#threads.reduce((least, thread) => (thread.load < least.load ? thread : least));
  }

  #start(): CallRelay {
    const relay = new CallRelay(undefined, this.#onAnswer);
    const worker = new Worker(new URL(`./job-thread${extname(import.meta.url)}`, import.meta.url), {
      workerData: this.#data,
    });
    // A thread that dies of a defect (out of memory) takes its calls with it, not the engine: 'exit' follows.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      const index = this.#threads.indexOf(relay);
      if (index >= 0) this.#threads.splice(index, 1);
    });
    relay.serveWith(workerPort(worker));
    this.#threads.push(relay);
    return relay;
  }
}
