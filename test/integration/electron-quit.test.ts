import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { CallClient } from '../../src/shared/rpc/call-client.ts';
import { app } from '../helpers/electron-double/app.ts';
import { BrowserWindow } from '../helpers/electron-double/browser-window.ts';
import { buildPreload, runHost, type RunningHost } from '../helpers/electron-double/running-host.ts';
import { dialogs } from '../helpers/electron-double/system.ts';
import { UtilityProcess } from '../helpers/electron-double/utility-process.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';

const folder = folderOfFile();
let preload = '';
beforeAll(async () => {
  preload = await buildPreload(folder);
});

/** A host with a long call under way. */
async function busyHost(): Promise<
  RunningHost & { readonly calls: CallClient; readonly stop: () => Promise<unknown> }
> {
  const host = await runHost(preload);
  const calls = await host.client();
  const { promise: underWay, resolve } = Promise.withResolvers<void>();
  const cancel = new AbortController();
  const request = { rows: 5_000_000, out: join(host.home, 'long.csv') };
  const answer = calls.invoke('sample.write', request, { onProgress: () => resolve(), signal: cancel.signal });
  await underWay;
  return {
    ...host,
    calls,
    stop: async () => {
      cancel.abort();
      await answer;
      // Another answer over the same line: the host has been told by now.
      await calls.invoke('model.card', {});
      await new Promise((done) => setTimeout(done, 50));
    },
  };
}

async function press(label: string): Promise<void> {
  await vi.waitFor(() => expect(dialogs.questions).toHaveLength(1));
  dialogs.questions[0]?.press(label);
  await new Promise((resolve) => setTimeout(resolve));
}

describe('quitting', () => {
  it('ends the engine, then the application, without a question where nothing is under way', async () => {
    const { client } = await runHost(preload);
    await (await client()).invoke('model.card', {});
    app.quit();
    expect(app.exitCode).toBeNull();
    await vi.waitFor(() => expect(app.exitCode).toBe(0), 20_000);
    expect(UtilityProcess.running).toEqual([]);
    expect(dialogs.questions).toEqual([]);
  });

  it('with work under way asks first, and goes on working where that is chosen', async () => {
    const { stop } = await busyHost();
    app.quit();
    app.quit();
    await vi.waitFor(() => expect(dialogs.questions).toHaveLength(1));
    expect(dialogs.questions[0]?.options).toMatchObject({
      message: 'A task is still under way.',
      buttons: ['Keep Working', 'Quit'],
      defaultId: 0,
      cancelId: 0,
    });
    await press('Keep Working');
    expect(BrowserWindow.open).toHaveLength(1);
    expect(app.exitCode).toBeNull();
    await stop();
    app.quit();
    await vi.waitFor(() => expect(app.exitCode).toBe(0), 20_000);
  });

  it('although work is under way takes it back', async () => {
    const { home } = await busyHost();
    app.quit();
    await press('Quit');
    await vi.waitFor(() => expect(app.exitCode).toBe(0), 20_000);
    expect(UtilityProcess.running).toEqual([]);
    expect(existsSync(join(home, 'long.csv'))).toBe(false);
  });
});

describe('closing a window', () => {
  it('whose work is under way asks first; another one closes at once', async () => {
    const { calls, window, stop } = await busyHost();
    await calls.invoke('host.newWindow', { route: '' });
    window(1).close();
    expect(BrowserWindow.open).toHaveLength(1);
    window().close();
    await press('Keep Working');
    expect(window().isDestroyed()).toBe(false);
    await stop();
  });

  it('although its work is under way cancels that, and the application ends with its last window', async () => {
    const { home, window } = await busyHost();
    window().close();
    await press('Close Window');
    await vi.waitFor(() => expect(app.exitCode).toBe(0), 20_000);
    expect(existsSync(join(home, 'long.csv'))).toBe(false);
  });

  it('that is the last ends the application', async () => {
    const { window } = await runHost(preload);
    await window().loaded;
    window().close();
    await vi.waitFor(() => expect(app.exitCode).toBe(0), 20_000);
  });
});
