import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserWindow } from '../helpers/electron-double/browser-window.ts';
import { resetElectron } from '../helpers/electron-double/electron.ts';
import { buildPreload, runHost } from '../helpers/electron-double/running-host.ts';
import { dialogs, nativeTheme, screen, shown } from '../helpers/electron-double/system.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';

const folder = folderOfFile();
let preload = '';
beforeAll(async () => {
  preload = await buildPreload(folder);
});

/** The message box that is open, once one is. */
async function question() {
  await vi.waitFor(() => expect(dialogs.questions).toHaveLength(1));
  const [asked] = dialogs.questions;
  if (asked === undefined) throw new Error('nothing was asked');
  return asked;
}

/** Starts a host on what an earlier one kept, having closed that one's window at these bounds. */
async function keepPlace(change: (window: BrowserWindow) => void): Promise<string> {
  const { home, window } = await runHost(preload);
  await window().loaded;
  change(window());
  window().close();
  await resetElectron();
  return home;
}

describe('the place of a window', () => {
  it('is kept between sessions', async () => {
    const home = await keepPlace((window) => window.setBounds({ x: 111, y: 222, width: 1000, height: 700 }));
    const { window } = await runHost(preload, {}, home);
    expect(window().options).toMatchObject({ x: 111, y: 222, width: 1000, height: 700 });
    expect(window().isMaximized()).toBe(false);
  });

  it('is maximised again, over the bounds that it goes back to', async () => {
    const home = await keepPlace((window) => {
      window.setBounds({ x: 10, y: 20, width: 900, height: 650 });
      window.maximize();
    });
    const { window } = await runHost(preload, {}, home);
    expect(window().isMaximized()).toBe(true);
    expect(window().getNormalBounds()).toEqual({ x: 10, y: 20, width: 900, height: 650 });
  });

  it.each([
    ['a display that is gone', { x: 3000, y: 100, width: 1000, height: 700 }],
    ['above the display', { x: 100, y: -500, width: 1000, height: 700 }],
    ['below the display', { x: 100, y: 1030, width: 1000, height: 700 }],
  ])('is the middle of the main display where it was on %s', async (_where, bounds) => {
    const home = await keepPlace((window) => window.setBounds(bounds));
    const { window } = await runHost(preload, {}, home);
    expect(window().options).not.toHaveProperty('x');
    expect(window().options).toMatchObject({ width: 1440, height: 900 });
  });

  it('is kept on a second display that is still there', async () => {
    const home = await keepPlace((window) => window.setBounds({ x: -1500, y: 50, width: 1000, height: 700 }));
    screen.areas = [
      { x: 0, y: 0, width: 1920, height: 1040 },
      { x: -1920, y: 0, width: 1920, height: 1040 },
    ];
    const { window } = await runHost(preload, {}, home);
    expect(window().options).toMatchObject({ x: -1500, y: 50 });
  });

  it('fits a small display, and does without what was kept where that cannot be read', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'window.json'), '{"bounds":{"x":"left"}}');
    screen.areas = [{ x: 0, y: 0, width: 1280, height: 680 }];
    const { window } = await runHost(preload, {}, home);
    expect(window().options).toMatchObject({ width: 1280, height: 680 });
  });

  it('of a further window is beside the last one', async () => {
    const { client, window } = await runHost(preload);
    window().setBounds({ x: 100, y: 100, width: 1000, height: 700 });
    const calls = await client();
    await calls.invoke('host.newWindow', { route: '#/settings' });
    expect(window(1).options).toMatchObject({ x: 128, y: 128, width: 1000, height: 700 });
    expect(window(1).webContents.getURL()).toBe('app://veriscope/#/settings');
  });

  it('is shown only when there is something to see, on the ground of the theme', async () => {
    const { window } = await runHost(preload);
    expect(window().isVisible()).toBe(false);
    expect(window().options.backgroundColor).toBe('#fbfbfa');
    await window().loaded;
    await vi.waitFor(() => expect(window().isVisible()).toBe(true));
  });
});

describe('the theme', () => {
  it('follows the settings, from the start and when they change', async () => {
    const home = temporaryFolder();
    writeFileSync(
      join(home, 'settings.json'),
      JSON.stringify({ language: 'system', theme: 'dark', motion: 'system', tourSeen: true }),
    );
    const { client } = await runHost(preload, {}, home);
    expect(nativeTheme.themeSource).toBe('dark');
    await (await client()).invoke('settings.write', { theme: 'light' });
    expect(nativeTheme.themeSource).toBe('light');
  });
});

describe("the system's dialogs", () => {
  it('are opened for a window, with what it suggests and filters', async () => {
    const { client } = await runHost(preload);
    const calls = await client();
    dialogs.path = '/data/report.html';
    const filters = [{ name: 'Report', extensions: ['html'] }];
    const request = { title: 'Write report', suggested: '/data/old.html', filters };
    expect(await calls.invoke('host.pick', { purpose: 'save-file', ...request })).toEqual({
      ok: true,
      value: { path: '/data/report.html' },
    });
    expect(dialogs.saved).toMatchObject([{ title: 'Write report', defaultPath: '/data/old.html', filters }]);
    await calls.invoke('host.pick', { purpose: 'open-file', ...request });
    await calls.invoke('host.pick', { purpose: 'open-folder', title: 'Open', suggested: null });
    expect(dialogs.opened[0]?.properties).toEqual(['openFile']);
    expect(dialogs.opened[1]?.properties).toContain('openDirectory');
    expect(dialogs.opened[1]).not.toHaveProperty('defaultPath');
  });

  it('give null where they are cancelled', async () => {
    const { client } = await runHost(preload);
    const calls = await client();
    dialogs.path = null;
    for (const purpose of ['open-file', 'open-folder', 'save-file'] as const)
      expect(await calls.invoke('host.pick', { purpose, title: 'x' })).toEqual({ ok: true, value: { path: null } });
  });
});

describe("the system's programs", () => {
  it('are given reports and exports, and nothing that could be run', async () => {
    const { client, home } = await runHost(preload);
    const calls = await client();
    const report = join(home, 'report.html');
    const program = join(home, 'program.sh');
    writeFileSync(report, '<p>');
    writeFileSync(program, '');
    mkdirSync(join(home, 'folder.html'));
    expect(await calls.invoke('host.openFile', { path: report })).toEqual({ ok: true, value: { opened: true } });
    expect(await calls.invoke('host.openFile', { path: program })).toMatchObject({
      ok: false,
      error: { code: 'USAGE' },
    });
    for (const path of [join(home, 'folder.html'), join(home, 'gone.html')])
      expect(await calls.invoke('host.openFile', { path })).toMatchObject({ ok: false });
    expect(shown.files).toEqual([report]);
    expect(await calls.invoke('host.showInFolder', { path: report })).toEqual({ ok: true, value: { opened: true } });
    expect(await calls.invoke('host.showInFolder', { path: 'relative.html' })).toMatchObject({
      value: { opened: false },
    });
    expect(shown.folders).toEqual([report]);
  });
});

describe('a page that stops', () => {
  it('is loaded again, and that is said', async () => {
    const { client, window } = await runHost(preload);
    await client();
    window().webContents.crash('crashed');
    expect(window().webContents.reloads).toBe(1);
    const asked = await question();
    expect(asked.options.message).toBe('The window stopped unexpectedly and was loaded again.');
    asked.press('OK');
    const again = await client(window());
    expect(await again.invoke('settings.read', {})).toMatchObject({ ok: true });
  });

  it('is left alone when it has ended by itself', async () => {
    const { client, window } = await runHost(preload);
    await client();
    window().webContents.crash('clean-exit');
    expect(window().webContents.reloads).toBe(0);
    expect(dialogs.questions).toEqual([]);
  });

  it('again and again is loaded again only when asked to be', async () => {
    const { client, window } = await runHost(preload);
    await client();
    for (let death = 0; death < 3; death += 1) {
      window().webContents.crash('oom');
      (await question()).press('OK');
    }
    window().webContents.crash('oom');
    expect(window().webContents.reloads).toBe(3);
    (await question()).press('Load Again');
    await vi.waitFor(() => expect(window().webContents.reloads).toBe(4));
    const lost = window();
    lost.webContents.crash('oom');
    (await question()).press('Close Window');
    await vi.waitFor(() => expect(lost.isDestroyed()).toBe(true));
  });

  it('to respond may be waited for, or loaded again', async () => {
    const { client, window } = await runHost(preload);
    await client();
    window().emit('unresponsive');
    window().emit('unresponsive');
    (await question()).press('Wait');
    await new Promise((resolve) => setTimeout(resolve));
    expect(dialogs.questions).toEqual([]);
    expect(window().webContents.reloads).toBe(0);
    window().emit('unresponsive');
    (await question()).press('Load Again');
    await vi.waitFor(() => expect(window().webContents.reloads).toBe(1));
    // It was asked for: no need to be told.
    expect(dialogs.questions).toEqual([]);
  });

  it('to respond and comes back takes its question back', async () => {
    const { client, window } = await runHost(preload);
    await client();
    window().emit('unresponsive');
    await question();
    window().emit('responsive');
    await vi.waitFor(() => expect(dialogs.questions).toEqual([]));
    expect(window().webContents.reloads).toBe(0);
  });
});
