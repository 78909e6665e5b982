import { startWebHost } from '../helpers/web-host.ts';
import { cookieOf, clientSocketPort, openSocket } from '../helpers/web-client.ts';
import { CallClient } from '../../src/shared/rpc/call-client.ts';
import { contractSuite } from './contract-suite.ts';

/** As in a browser: a host in a process of its own, which relays to its engine. */
contractSuite('the socket of the web host', async (folder) => {
  const host = await startWebHost(folder);
  const { origin } = new URL(host.entrance());
  const cookie = await cookieOf(host.entrance());
  return {
    connect: async () => new CallClient(clientSocketPort(await openSocket(origin, cookie))),
    stop: host.stop,
  };
});
