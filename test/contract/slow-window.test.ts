import { expect, it, onTestFinished } from 'vitest';
import type { WebSocket } from 'ws';
import { startWebServer } from '../../src/main/hosts/web/web-server.ts';
import type { Port } from '../../src/shared/rpc/port.ts';
import { cookieOf, openSocket } from '../helpers/web-client.ts';
import { eventually } from '../helpers/web-host.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const HEARTBEAT = 100;
const MEGABYTE = new Uint8Array(1024 * 1024);

/** A window and the host's end of its line. */
async function window(): Promise<{ readonly socket: WebSocket; readonly line: Port; readonly isGone: () => boolean }> {
  const lines: Port[] = [];
  let gone = false;
  const server = await startWebServer(
    temporaryFolder(),
    (line) => {
      lines.push(line);
      line.onClose(() => (gone = true));
    },
    HEARTBEAT,
  );
  onTestFinished(() => server.close());
  const socket = await openSocket(server.origin, await cookieOf(server.entrance()));
  await eventually('the host has the line', () => lines.length === 1);
  const [line] = lines;
  if (line === undefined) throw new Error('no line');
  return { socket, line, isGone: () => gone };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('a window that stops reading is given up, and with it what waits for it', async () => {
  const { socket, line, isGone } = await window();
  socket.pause();
  for (let count = 0; count < 32; count += 1) line.post(MEGABYTE);
  await eventually('the host gives it up', isGone);
  expect(isGone()).toBe(true);
});

it('a window that has nothing to say is kept', async () => {
  const { socket, isGone } = await window();
  await pause(HEARTBEAT * 12);
  expect(isGone()).toBe(false);
  socket.close();
  await eventually('the host notices that it closes', isGone);
});

it('a window that reads slowly is kept, and gets everything in order', async () => {
  const { socket, line, isGone } = await window();
  let received = 0;
  socket.on('message', (data: Buffer) => (received += data.length));
  for (let count = 0; count < 16; count += 1) line.post(MEGABYTE);
  let isReading = true;
  const turns = setInterval(() => {
    if (isReading) socket.pause();
    else socket.resume();
    isReading = !isReading;
  }, HEARTBEAT / 2);
  await eventually('it has all', () => received === 16 * MEGABYTE.length);
  clearInterval(turns);
  expect(isGone()).toBe(false);
});
