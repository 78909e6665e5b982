import { parentPort, workerData } from 'node:worker_threads';
import { createApp } from '../app.ts';
import { keepOpenAccess } from '../engine/keep-open-access.ts';
import { appAnswerer } from '../rpc/app-answerer.ts';
import { serveCalls } from '../rpc/serve-calls.ts';
import { messagePort } from '../rpc/worker-port.ts';
import { printThroughHost } from './host-printer.ts';
import type { JobThreadData } from './job-threads.ts';
import { tellOnlyKind } from './tell-only-kind.ts';

/** A thread that answers calls that take long or keep columns in memory, so that the engine's own thread stays free for short ones. */
if (parentPort === null) throw new Error('started outside a worker thread');
tellOnlyKind('thread of a call');
const { productVersion, printsInHost, keepsOpen } = workerData as JobThreadData;
const app = createApp(productVersion, {
  ...(printsInHost ? { printPdf: printThroughHost } : {}),
  ...(keepsOpen ? { access: keepOpenAccess() } : {}),
});
serveCalls(messagePort(parentPort), appAnswerer(app));
