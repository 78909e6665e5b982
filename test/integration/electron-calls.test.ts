import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { BRIDGE_CHANNELS } from '../../src/shared/electron-bridge.ts';
import type { CallClient } from '../../src/shared/rpc/call-client.ts';
import { encodeBody, encodeFrame } from '../../src/shared/rpc/frame.ts';
import { buildPreload, runHost } from '../helpers/electron-double/running-host.ts';
import { UtilityProcess } from '../helpers/electron-double/utility-process.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';

const folder = folderOfFile();
let preload = '';
beforeAll(async () => {
  preload = await buildPreload(folder);
});

const killEngine = (): void => UtilityProcess.running[0]?.endByForce();

/** Starts to write a sample that takes longer than any test; resolves when it is under way. */
async function startLongCall(calls: CallClient, out: string) {
  const { promise: underWay, resolve } = Promise.withResolvers<void>();
  const cancel = new AbortController();
  const answer = calls.invoke(
    'sample.write',
    { rows: 5_000_000, out },
    { onProgress: () => resolve(), signal: cancel.signal },
  );
  await underWay;
  return { answer, cancel };
}

describe('calls of a window of the Electron host', () => {
  it('are answered by the host and by the engine', async () => {
    const { client } = await runHost(preload);
    const calls = await client();
    expect(await calls.invoke('model.card', {})).toMatchObject({ ok: true });
    expect(await calls.invoke('host.describe', {})).toMatchObject({
      ok: true,
      value: { kind: 'electron', nativeDialogs: true, engine: 'ready', enginePid: UtilityProcess.running[0]?.pid },
    });
  });

  it('tell their progress and can be cancelled, each on its own line', async () => {
    const { client, home } = await runHost(preload);
    const calls = await client();
    const out = join(home, 'long.csv');
    const { answer, cancel } = await startLongCall(calls, out);
    cancel.abort();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(existsSync(out)).toBe(false);
  });

  it('of which one changes a workspace are told to every window, once', async () => {
    const { client, home, window } = await runHost(preload);
    const first = await client();
    await first.invoke('host.newWindow', { route: '#/settings' });
    const second = await client(window(1));
    await second.invoke('model.card', {});
    const heard: string[] = [];
    first.on('workspace.changed', () => heard.push('first'));
    second.on('workspace.changed', () => heard.push('second'));
    await first.invoke('workspace.create', { workspace: join(home, 'new.veriscope') });
    await second.invoke('workspace.info', { workspace: join(home, 'new.veriscope') });
    expect(heard.toSorted()).toEqual(['first', 'second']);
  });

  it('of the engine are refused on the line of the host', async () => {
    const { client, window } = await runHost(preload);
    await client();
    const { page } = window().webContents;
    const { promise, resolve } = Promise.withResolvers<Uint8Array>();
    page?.bridge.onMessage(resolve);
    page?.bridge.post(encodeFrame({ kind: 'call', id: '1', name: 'model.card', body: encodeBody({}) }));
    expect(Buffer.from(await promise).toString('latin1')).toContain('USAGE');
  });

  it('of a page that was loaded again get new lines, and those of the page before it are cancelled', async () => {
    const { client, home, window } = await runHost(preload);
    await startLongCall(await client(), join(home, 'long.csv'));
    window().webContents.reload();
    await vi.waitFor(() => expect(window().webContents.page).not.toBeNull());
    const again = await client();
    expect(await again.invoke('model.card', {})).toMatchObject({ ok: true });
    expect(await again.invoke('settings.read', {})).toMatchObject({ ok: true });
    // The sample that nobody waits for is taken back.
    await vi.waitFor(() => expect(readdirSync(home).filter((name) => name.includes('partial'))).toEqual([]), 10_000);
  });
});

describe('an engine that is killed', () => {
  it('fails what was under way, and is started again with new lines to the windows', async () => {
    const { client, home } = await runHost(preload);
    const calls = await client();
    const states: string[] = [];
    calls.on('engine.state', ({ state }) => states.push(state));
    const { answer } = await startLongCall(calls, join(home, 'long.csv'));
    const before = UtilityProcess.running[0]?.pid;
    killEngine();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'ENGINE_STOPPED' } });
    expect(await calls.invoke('model.card', {})).toMatchObject({ ok: true });
    expect(states).toEqual(['restarting', 'ready']);
    expect(UtilityProcess.running[0]?.pid).not.toBe(before);
  });

  it('keeps calls that are made meanwhile until the next one is there', async () => {
    const { client } = await runHost(preload);
    const calls = await client();
    await calls.invoke('model.card', {});
    const restarting = new Promise<void>((resolve) => {
      calls.on('engine.state', ({ state }) => {
        if (state === 'restarting') resolve();
      });
    });
    killEngine();
    await restarting;
    expect(await calls.invoke('model.card', {})).toMatchObject({ ok: true });
  });

  it('again and again is given up, says so to windows old and new, and can be started by hand', async () => {
    const { client, window } = await runHost(preload);
    const calls = await client();
    await calls.invoke('settings.read', {});
    const states: string[] = [];
    calls.on('engine.state', ({ state }) => states.push(state));
    for (let death = 0; death < 6; death += 1) {
      const engine = UtilityProcess.running[0];
      killEngine();
      await vi.waitFor(() => expect(UtilityProcess.running).not.toContain(engine), 10_000);
      await vi.waitFor(() => expect(states.length).toBeGreaterThanOrEqual(Math.min(2 * death + 2, 11)), 10_000);
    }
    expect(states.at(-1)).toBe('failed');
    expect(await calls.invoke('model.card', {})).toMatchObject({ ok: false, error: { code: 'ENGINE_STOPPED' } });
    await calls.invoke('host.newWindow', { route: '' });
    const late = await client(window(1));
    expect(await late.invoke('model.card', {})).toMatchObject({ ok: false, error: { code: 'ENGINE_STOPPED' } });
    expect(await calls.invoke('host.describe', {})).toMatchObject({ ok: true, value: { engine: 'failed' } });
    await calls.invoke('host.restartEngine', {});
    expect(await calls.invoke('model.card', {})).toMatchObject({ ok: true });
    expect(await late.invoke('model.card', {})).toMatchObject({ ok: true });
  });
});

describe('a message to the host', () => {
  const call = encodeFrame({ kind: 'call', id: '1', name: 'settings.read', body: encodeBody({}) });

  it('is heard only from the main frame of our own page', async () => {
    const { client, window } = await runHost(preload);
    await client();
    const { webContents } = window();
    const sent: unknown[] = [];
    vi.spyOn(webContents, 'send').mockImplementation((channel, message) => void sent.push([channel, message]));
    const deliver = (frame: { readonly url: string } | null): void =>
      webContents.receive(BRIDGE_CHANNELS.toHost, [call], frame);
    // A frame within the page, though of our address; a main frame elsewhere; one that is gone.
    deliver({ url: 'app://veriscope/' });
    const own = webContents.mainFrame;
    webContents.mainFrame = { url: 'https://example.org/' };
    deliver(webContents.mainFrame);
    webContents.mainFrame = { url: 'app://veriscope.example.org/' };
    deliver(webContents.mainFrame);
    webContents.mainFrame = own;
    deliver(null);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent).toEqual([]);
    deliver(own);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
  });

  it('opens no line for a foreign frame', async () => {
    const { window } = await runHost(preload);
    await window().loaded;
    const { webContents } = window();
    const posted = vi.spyOn(webContents, 'postMessage');
    webContents.receive(BRIDGE_CHANNELS.connect, [], { url: 'app://veriscope/' });
    webContents.receive(BRIDGE_CHANNELS.toHost, [call]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(posted).not.toHaveBeenCalled();
  });

  it('is dropped where it is no frame or too large', async () => {
    const { client, window } = await runHost(preload);
    const calls = await client();
    const { webContents } = window();
    webContents.receive(BRIDGE_CHANNELS.toHost, ['text']);
    webContents.receive(BRIDGE_CHANNELS.toHost, [new Uint8Array([1, 2, 3])]);
    webContents.receive(BRIDGE_CHANNELS.toHost, [new Uint8Array(5_000_000)]);
    webContents.receive(BRIDGE_CHANNELS.toHost, []);
    expect(await calls.invoke('settings.read', {})).toMatchObject({ ok: true });
  });
});
