import { CALLS, type CallName } from '../../shared/contract/calls.ts';
import type { Result } from '../../shared/result.ts';
import { decodeBody, decodeFrame, encodeBody, encodeFrame } from '../../shared/rpc/frame.ts';
import type { Port } from '../../shared/rpc/port.ts';
import { createApp } from '../app.ts';
import { keepOpenAccess } from '../engine/keep-open-access.ts';
import { appAnswerer, isCallName } from '../rpc/app-answerer.ts';
import type { AnswerWatch } from '../rpc/call-relay.ts';
import { serveCalls } from '../rpc/serve-calls.ts';
import { JobThreads } from './job-threads.ts';

/** Calls after which what windows have read of a workspace is out of date. */
const CHANGING: ReadonlySet<string> = new Set<CallName>(['import.csv', 'reject.retry', 'workspace.create']);

/** More long calls than this at a time share threads. */
const LONG_THREADS = 3;

/** Milliseconds between two looks at whether work that was cancelled has ended. */
const PATIENCE = 20;

/** What an engine process does, whatever its lines to the outside are made of. */
export interface Engine {
  /** Answers a client until its port closes. */
  connect(client: Port): void;
  /** Waits until the work of clients that have gone has ended; false where that takes longer than `limit` milliseconds. */
  idle(limit: number): Promise<boolean>;
}

/** What an engine is made with where the usual will not do. */
export interface EngineOptions {
  /** PDFs are printed by the host, not by an installed browser. */
  readonly printsInHost?: boolean;
}

/**
 * Short calls are answered here, with databases that stay open; long ones in threads of their own; those of dashboards in
 * one thread, which keeps columns in memory.
 */
export function createEngine(productVersion: string, { printsInHost = false }: EngineOptions = {}): Engine {
  const clients = new Set<Port>();
  const onAnswer: AnswerWatch = (name, request, answer) => {
    if (!CHANGING.has(name) || !(decodeBody(answer) as Result<unknown>).ok) return;
    const { workspace } = decodeBody(request) as { readonly workspace: string };
    const message = encodeFrame({ kind: 'event', name: 'workspace.changed', body: encodeBody({ workspace }) });
    for (const client of clients) client.post(message);
  };
  const app = createApp(productVersion, { access: keepOpenAccess() });
  const jobs = new JobThreads(LONG_THREADS, { productVersion, printsInHost, keepsOpen: false }, onAnswer);
  const columns = new JobThreads(1, { productVersion, printsInHost, keepsOpen: true }, onAnswer);
  const threads = { long: jobs, 'in-columns': columns } as const;
  return {
    connect: (client) => {
      clients.add(client);
      client.onClose(() => {
        clients.delete(client);
        jobs.drop(client);
        columns.drop(client);
      });
      serveCalls(ownCalls(client, threads), appAnswerer(app));
      setImmediate(() => jobs.warmUp());
    },
    idle: async (limit) => {
      const deadline = Date.now() + limit;
      const isBusy = (): boolean => jobs.load > 0 || columns.load > 0;
      while (isBusy() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      return !isBusy();
    },
  };
}

/** The client's port with the calls of other threads, and the cancels of all, led to them. */
function ownCalls(client: Port, threads: Readonly<Record<'long' | 'in-columns', JobThreads>>): Port {
  return {
    post: (message) => client.post(message),
    onMessage: (listener) => {
      client.onMessage((message) => {
        const frame = decodeFrame(message);
        if (frame?.kind === 'call' && isCallName(frame.name)) {
          const { runs } = CALLS[frame.name];
          if (runs !== 'quick') {
            threads[runs].pass(client, frame);
            return;
          }
        }
        if (frame?.kind === 'cancel') for (const thread of Object.values(threads)) thread.cancel(client, frame.id);
        listener(message);
      });
    },
    onClose: (listener) => client.onClose(listener),
    close: () => client.close(),
  };
}
