import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openedPaths, workspaceOrFile } from '../../src/main/hosts/electron/opened-paths.ts';
import type { CallClient } from '../../src/shared/rpc/call-client.ts';
import { app } from '../helpers/electron-double/app.ts';
import { BrowserWindow } from '../helpers/electron-double/browser-window.ts';
import { emitEvent } from '../helpers/electron-double/emit-event.ts';
import { pathsOfFiles } from '../helpers/electron-double/page.ts';
import { buildPreload, runHost } from '../helpers/electron-double/running-host.ts';
import { UtilityProcess } from '../helpers/electron-double/utility-process.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';

const folder = folderOfFile();
let preload = '';
beforeAll(async () => {
  preload = await buildPreload(folder);
});

/** What a page is asked to open from now on. Its first call says that it listens. */
async function opened(calls: CallClient): Promise<string[]> {
  const paths: string[] = [];
  calls.on('file.opened', ({ path }) => paths.push(path));
  await calls.invoke('settings.read', {});
  return paths;
}

describe('a start', () => {
  it('opens one window and the files that it names, once the page listens', async () => {
    const { client } = await runHost(preload, { paths: ['/data/a.csv', '/data/b.veriscope'] });
    const calls = await client();
    const paths = await opened(calls);
    await vi.waitFor(() => expect(paths).toEqual(['/data/a.csv', '/data/b.veriscope']));
    expect(BrowserWindow.open).toHaveLength(1);
  });

  it('beside a running instance hands its files over and ends', async () => {
    app.runningInstance = { told: null };
    await runHost(preload, { paths: ['/data/a.csv'] });
    expect(app.runningInstance.told).toEqual({ paths: ['/data/a.csv'] });
    expect(app.exitCode).toBe(0);
    expect(BrowserWindow.open).toHaveLength(0);
    expect(UtilityProcess.running).toHaveLength(0);
  });

  it('keeps all that it writes in the folder of the application', async () => {
    const { home } = await runHost(preload);
    expect(app.paths.get('userData')).toBe(join(home, 'electron'));
  });

  it('starts the updates of a distribution that brings its own, and none else', async () => {
    const start = vi.fn<() => void>();
    await runHost(preload, { updates: { start } });
    expect(start).toHaveBeenCalledOnce();
  });
});

describe('a second start', () => {
  it('brings the window to the front and opens what it names there', async () => {
    const { client, window } = await runHost(preload);
    const paths = await opened(await client());
    window().minimize();
    const focused = vi.fn<() => void>();
    window().on('focus', focused);
    emitEvent(app, 'second-instance', ['veriscope', '--flag'], '/', { paths: ['/data/c.csv'] });
    await vi.waitFor(() => expect(paths).toEqual(['/data/c.csv']));
    expect(window().isMinimized()).toBe(false);
    expect(focused).toHaveBeenCalled();
    expect(BrowserWindow.open).toHaveLength(1);
  });

  it('that names nothing, or nonsense, only brings the window to the front', async () => {
    const { client, window } = await runHost(preload);
    const paths = await opened(await client());
    const focused = vi.fn<() => void>();
    window().on('focus', focused);
    for (const data of [undefined, { paths: 'text' }, { paths: [] }]) emitEvent(app, 'second-instance', [], '/', data);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(focused).toHaveBeenCalledTimes(3);
    expect(paths).toEqual([]);
  });
});

describe('a file that the system asks to open', () => {
  it('is opened in the window that was used last', async () => {
    const { client, window } = await runHost(preload);
    const first = await client();
    await first.invoke('host.newWindow', { route: '' });
    const inFirst = await opened(first);
    const inSecond = await opened(await client(window(1)));
    window(0).focus();
    expect(emitEvent(app, 'open-file', '/data/a.csv')).toBe(true);
    await vi.waitFor(() => expect(inFirst).toEqual(['/data/a.csv']));
    expect(inSecond).toEqual([]);
  });

  it('opens a window where all are closed', async () => {
    const { client, window } = await runHost(preload);
    await client();
    app.removeAllListeners('window-all-closed');
    window().destroy();
    emitEvent(app, 'open-file', '/data/a.csv');
    const paths = await opened(await client(window()));
    await vi.waitFor(() => expect(paths).toEqual(['/data/a.csv']));
  });

  it('before the application is ready waits for the first window', async () => {
    const starting = runHost(preload);
    emitEvent(app, 'open-file', '/data/early.csv');
    const { client } = await starting;
    const paths = await opened(await client());
    await vi.waitFor(() => expect(paths).toEqual(['/data/early.csv']));
  });
});

describe('a file that is dropped on a window', () => {
  it('tells the page its path; one that the page has made has none', async () => {
    const { window } = await runHost(preload);
    await window().loaded;
    const bridge = window().webContents.page?.bridge;
    const file = new File(['a,b'], 'dropped.csv');
    pathsOfFiles.set(file, '/data/dropped.csv');
    expect(bridge?.pathOf(file)).toBe('/data/dropped.csv');
    expect(bridge?.pathOf(new File(['x'], 'made.csv'))).toBe('');
  });
});

describe('the arguments of a start', () => {
  it('are files and workspaces; switches and what is not there are none', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.csv'), '');
    mkdirSync(join(cwd, 'w.veriscope'));
    const packaged = ['/opt/veriscope', '--no-sandbox', 'a.csv', '', '--flag=b.csv', 'w.veriscope', 'gone.csv'];
    expect(openedPaths(packaged, true, cwd)).toEqual([join(cwd, 'a.csv'), join(cwd, 'w.veriscope')]);
    // As root, the switch comes before the folder of the application.
    const unpackaged = ['/electron', '--no-sandbox', '/work', join(cwd, 'a.csv')];
    expect(openedPaths(unpackaged, false, '/')).toEqual([join(cwd, 'a.csv')]);
  });

  it("mean the workspace where they name a workspace's own database", () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'w.veriscope'));
    writeFileSync(join(cwd, 'w.veriscope', 'workspace.sqlite'), '');
    expect(workspaceOrFile(join(cwd, 'w.veriscope', 'workspace.sqlite'))).toBe(join(cwd, 'w.veriscope'));
    expect(workspaceOrFile(join(cwd, 'w.veriscope'))).toBe(join(cwd, 'w.veriscope'));
  });
});
