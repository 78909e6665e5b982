import { MessageChannel } from 'node:worker_threads';
import { createEngine } from '../../src/main/process/engine.ts';
import { messagePort } from '../../src/main/rpc/worker-port.ts';
import { CallClient } from '../../src/shared/rpc/call-client.ts';
import { contractSuite } from './contract-suite.ts';

/** As in Electron: every window has a message port of its own straight to the engine. */
contractSuite('a message port', () => {
  const engine = createEngine('0.0.0-test');
  return Promise.resolve({
    connect: () => {
      const { port1, port2 } = new MessageChannel();
      engine.connect(messagePort(port1));
      return Promise.resolve(new CallClient(messagePort(port2)));
    },
    stop: () => engine.idle(10_000),
  });
});
