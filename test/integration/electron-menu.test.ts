import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { HOST_WORDS } from '../../src/main/hosts/electron/host-words.ts';
import { menuTemplate } from '../../src/main/hosts/electron/menu-template.ts';
import { showSystemRecents } from '../../src/main/hosts/electron/system-recents.ts';
import { MENU_COMMANDS } from '../../src/shared/contract/menu-commands.ts';
import { app } from '../helpers/electron-double/app.ts';
import { resetElectron } from '../helpers/electron-double/electron.ts';
import { buildPreload, runHost } from '../helpers/electron-double/running-host.ts';
import { menus } from '../helpers/electron-double/system.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';

const folder = folderOfFile();
let preload = '';
beforeAll(async () => {
  preload = await buildPreload(folder);
});

type Item = MenuItemConstructorOptions;

/** Every item of a menu, those of its submenus after it. */
function itemsOf(template: readonly Item[]): Item[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

function click(id: string): void {
  const item = itemsOf(menus.template).find((candidate) => candidate.id === id || candidate.label === id);
  if (item?.click === undefined) throw new Error(`the menu has no ${id}`);
  // What Electron hands to it, no item of ours looks at.
  (item.click as () => void)();
}

const parts = {
  mayInspect: false,
  recent: [],
  run: () => undefined,
  openPath: () => undefined,
  clearRecent: () => undefined,
  newWindow: () => undefined,
};

describe('the menu', () => {
  it.each([true, false])('offers every command once, each accelerator once, and a way out (macOS: %s)', (isMac) => {
    const items = itemsOf(menuTemplate({ ...parts, isMac, words: HOST_WORDS.en }));
    const ids = items.map(({ id }) => id).filter((id) => MENU_COMMANDS.some((command) => command === id));
    expect(ids).toHaveLength(MENU_COMMANDS.length);
    expect(new Set<string | undefined>(ids)).toEqual(new Set(MENU_COMMANDS));
    const accelerators = items.map(({ accelerator }) => accelerator).filter((key) => key !== undefined);
    expect(new Set(accelerators).size).toBe(accelerators.length);
    expect(items.some(({ role }) => role === 'quit')).toBe(true);
    expect(items.filter(({ type }) => type !== 'separator').every(({ label }) => label !== undefined)).toBe(true);
  });

  it('offers the developer tools only where they can be opened', () => {
    const roles = (mayInspect: boolean) =>
      itemsOf(menuTemplate({ ...parts, isMac: false, mayInspect, words: HOST_WORDS.en })).map(({ role }) => role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toContain('toggleDevTools');
  });

  it('sends its commands to the window that was used last', async () => {
    const { client, window } = await runHost(preload);
    const first = await client();
    await first.invoke('host.newWindow', { route: '' });
    const second = await client(window(1));
    await second.invoke('settings.read', {});
    const heard: string[] = [];
    first.on('menu.command', ({ command }) => heard.push(`first ${command}`));
    second.on('menu.command', ({ command }) => heard.push(`second ${command}`));
    window(1).focus();
    for (const command of MENU_COMMANDS) click(command);
    window(0).focus();
    click('command-palette');
    await vi.waitFor(() => expect(heard).toHaveLength(MENU_COMMANDS.length + 1));
    expect(heard).toEqual([...MENU_COMMANDS.map((command) => `second ${command}`), 'first command-palette']);
  });

  it('speaks the language of the settings, and changes it with them', async () => {
    const { client } = await runHost(preload);
    const calls = await client();
    const labels = (): (string | undefined)[] => menus.template.map(({ label }) => label);
    await vi.waitFor(() => expect(labels()).toEqual(['File', 'Edit', 'View', 'Help']));
    await calls.invoke('settings.write', { language: 'es' });
    await vi.waitFor(() => expect(labels()).toEqual(['Archivo', 'Edición', 'Ver', 'Ayuda']));
    app.languages = ['es-MX', 'en-US'];
    await calls.invoke('settings.write', { language: 'en' });
    await vi.waitFor(() => expect(labels()).toContain('File'));
    await calls.invoke('settings.write', { language: 'system' });
    await vi.waitFor(() => expect(labels()).toContain('Archivo'));
  });

  it('opens a window of its own', async () => {
    const { window } = await runHost(preload);
    await window().loaded;
    await vi.waitFor(() => expect(menus.builds).toBeGreaterThan(0));
    click('new-window');
    expect(window(1).webContents.getURL()).toBe('app://veriscope/');
  });
});

describe('recent workspaces', () => {
  it('are in the menu, open from there, and can be forgotten', async () => {
    const { client, home } = await runHost(preload);
    const calls = await client();
    const workspace = join(home, 'R&D.veriscope');
    mkdirSync(workspace);
    writeFileSync(join(workspace, 'workspace.sqlite'), '');
    await calls.invoke('recent.add', { folder: workspace });
    await calls.invoke('recent.add', { folder: join(home, 'gone.veriscope') });
    const labels = (): (string | undefined)[] => itemsOf(menus.template).map(({ label }) => label);
    // A single ampersand would underline the letter after it.
    await vi.waitFor(() => expect(labels()).toContain('R&&D'));
    expect(labels()).not.toContain('gone');
    const opened: string[] = [];
    calls.on('file.opened', ({ path }) => opened.push(path));
    click('R&&D');
    await vi.waitFor(() => expect(opened).toEqual([workspace]));
    click('clear-recent');
    await vi.waitFor(() => expect(labels()).toContain('No Recent Workspaces'));
    expect(await calls.invoke('recent.list', {})).toEqual({ ok: true, value: { workspaces: [] } });
  });

  it("are in the system's own lists, by its custom", () => {
    onTestFinished(resetElectron);
    const recent = ['/data/b.veriscope', '/data/a.veriscope'].map((path) => ({
      folder: path,
      name: path.slice(6, 7),
      openedAt: '2026-01-01T00:00:00.000Z',
      bytes: 1,
      exists: true,
    }));
    showSystemRecents(recent, HOST_WORDS.en, 'darwin');
    showSystemRecents(recent, HOST_WORDS.en, 'darwin');
    expect(app.recentDocuments).toEqual(['/data/b.veriscope', '/data/a.veriscope']);
    expect(app.jumpList).toBeNull();
    showSystemRecents(recent, HOST_WORDS.es, 'win32');
    expect(app.jumpList).toMatchObject([
      {
        type: 'custom',
        name: 'Espacios de trabajo recientes',
        items: [{ title: 'b', args: '"/data/b.veriscope"' }, {}],
      },
    ]);
  });
});
