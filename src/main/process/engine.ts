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

/** Short calls are answered here, with databases that stay open; long ones in threads of their own. */
export function createEngine(productVersion: string, { printsInHost = false }: EngineOptions = {}): Engine {
  const clients = new Set<Port>();
  const onAnswer: AnswerWatch = (name, request, answer) => {
    if (!CHANGING.has(name) || !(decodeBody(answer) as Result<unknown>).ok) return;
    const { workspace } = decodeBody(request) as { readonly workspace: string };
    const message = encodeFrame({ kind: 'event', name: 'workspace.changed', body: encodeBody({ workspace }) });
    for (const client of clients) client.post(message);
  };
  const app = createApp(productVersion, { access: keepOpenAccess() });
  const jobs = new JobThreads({ productVersion, printsInHost }, onAnswer);
  return {
    connect: (client) => {
      clients.add(client);
      client.onClose(() => {
        clients.delete(client);
        jobs.drop(client);
      });
      serveCalls(withoutLongCalls(client, jobs), appAnswerer(app));
      setImmediate(() => jobs.warmUp());
    },
    idle: async (limit) => {
      const deadline = Date.now() + limit;
      while (jobs.load > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      return jobs.load === 0;
    },
  };
}

/** The client's port with the long calls, and the cancels of all, led to the job threads. */
function withoutLongCalls(client: Port, jobs: JobThreads): Port {
  return {
    post: (message) => client.post(message),
    onMessage: (listener) => {
      client.onMessage((message) => {
        const frame = decodeFrame(message);
        if (frame?.kind === 'call' && isCallName(frame.name) && CALLS[frame.name].runs === 'long') {
          jobs.pass(client, frame);
          return;
        }
        if (frame?.kind === 'cancel') jobs.cancel(client, frame.id);
        listener(message);
      });
    },
    onClose: (listener) => client.onClose(listener),
    close: () => client.close(),
  };
}
