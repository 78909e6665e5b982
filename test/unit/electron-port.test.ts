import { describe, expect, it } from 'vitest';
import { electronPort, type EnginePort, type PortMessage } from '../../src/renderer/client/electron-port.ts';
import { ENGINE_PORT_MESSAGE } from '../../src/shared/electron-bridge.ts';
import { encodeBody, encodeFrame, decodeFrame } from '../../src/shared/rpc/frame.ts';

/** A page with a bridge that goes nowhere, and what went over it. */
function fakePage() {
  const toHost: string[] = [];
  let hear: (event: PortMessage) => void = () => undefined;
  const page = {
    location: { origin: 'app://veriscope' },
    addEventListener: (_kind: 'message', listener: (event: PortMessage) => void) => {
      hear = listener;
    },
  };
  const port = electronPort(
    {
      connect: () => void toHost.push('connect'),
      post: (message) => void toHost.push(nameOf(message)),
      onMessage: () => undefined,
      pathOf: () => '',
    },
    page,
  );
  return { page, port, toHost, hear: (event: PortMessage) => hear(event) };
}

function fakeEngine() {
  const sent: string[] = [];
  let closed = false;
  const engine: EnginePort = {
    postMessage: (message) => void sent.push(nameOf(message as Uint8Array)),
    start: () => undefined,
    close: () => void (closed = true),
    addEventListener: () => undefined,
  };
  return { engine, sent, isClosed: () => closed };
}

function nameOf(message: Uint8Array): string {
  const frame = decodeFrame(message);
  return frame?.kind === 'call' ? frame.name : `${frame?.kind ?? 'nothing'}`;
}

const call = (id: string, name: string): Uint8Array => encodeFrame({ kind: 'call', id, name, body: encodeBody({}) });

describe('the port of a window of the Electron host', () => {
  it('takes an engine only from its own window and origin', () => {
    const { page, port, hear } = fakePage();
    const { engine, sent } = fakeEngine();
    port.post(call('1', 'model.card'));
    const event = { data: ENGINE_PORT_MESSAGE, origin: 'app://veriscope', source: page, ports: [engine] };
    hear({ ...event, origin: 'https://example.org' });
    hear({ ...event, source: {} });
    hear({ ...event, data: 'something else' });
    hear({ ...event, ports: [] });
    expect(sent).toEqual([]);
    hear(event);
    expect(sent).toEqual(['model.card']);
  });

  it('sends every call to the one who answers it, and a cancel after its call', () => {
    const { page, port, hear, toHost } = fakePage();
    const { engine, sent } = fakeEngine();
    hear({ data: ENGINE_PORT_MESSAGE, origin: 'app://veriscope', source: page, ports: [engine] });
    port.post(call('1', 'model.card'));
    port.post(call('2', 'settings.read'));
    port.post(encodeFrame({ kind: 'cancel', id: '1' }));
    port.post(encodeFrame({ kind: 'cancel', id: '2' }));
    expect(sent).toEqual(['model.card', 'cancel']);
    expect(toHost).toEqual(['connect', 'settings.read', 'cancel']);
  });

  it('lets an engine go when another comes, and fails what was open on it alone', async () => {
    const { page, port, hear } = fakePage();
    const [first, second] = [fakeEngine(), fakeEngine()];
    const event = { data: ENGINE_PORT_MESSAGE, origin: 'app://veriscope', source: page };
    const answers: (string | undefined)[] = [];
    port.onMessage((message) => {
      const frame = decodeFrame(message);
      answers.push(frame?.kind === 'answer' ? frame.id : undefined);
    });
    hear({ ...event, ports: [first.engine] });
    port.post(call('1', 'model.card'));
    hear({ ...event, ports: [second.engine] });
    port.post(call('2', 'model.card'));
    await Promise.resolve();
    expect(first.isClosed()).toBe(true);
    expect(answers).toEqual(['1']);
    expect(second.sent).toEqual(['model.card']);
  });
});
