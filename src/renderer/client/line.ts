import { CallClient } from '../../shared/rpc/call-client.ts';
import { hostPort } from './host-port.ts';

/** The line to the host, opened before anything else of the window is set up: that takes about as long as the first answer. */
export const port = hostPort();
export const client = new CallClient(port);
/** What the window waits for before it draws. */
export const firstSettings = client.invoke('settings.read', {});
