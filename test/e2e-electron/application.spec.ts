import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type {} from '../../src/renderer/client/electron-port.ts';
import { expect, test } from './application.ts';

/** The process of the engine; null while there is none. */
async function enginePid(app: ElectronApplication): Promise<number | null> {
  return app.evaluate(({ app: application }) => {
    const engine = application.getAppMetrics().find(({ name }) => name === 'Veriscope engine');
    return engine?.pid ?? null;
  });
}

test('opens a window with the page, which the engine answers', async ({ start }) => {
  const { app, page } = await start();
  await expect(page).toHaveTitle(/Veriscope/);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(page.url()).toMatch(/^app:\/\/veriscope\//);
  await expect.poll(() => enginePid(app)).not.toBeNull();
});

test('keeps Node and the network from its page', async ({ start }) => {
  const { page } = await start();
  const reach = await page.evaluate(async () => {
    const failed = async (work: () => unknown): Promise<boolean> => {
      try {
        await work();
        return false;
      } catch {
        return true;
      }
    };
    return {
      node: typeof Reflect.get(globalThis, 'require') + typeof Reflect.get(globalThis, 'process'),
      bridge: Object.keys(window.veriscope ?? {}),
      remote: await failed(() => fetch('https://example.org/')),
      file: await failed(() => fetch('file:///etc/hosts')),
      // oxlint-disable-next-line no-eval -- that the policy forbids it is what is tested
      evaluation: await failed(() => (0, eval)('1')),
      opened: window.open('https://example.org/') === null,
      outside: (await fetch('app://veriscope/%2e%2e%2fpackage.json').catch(() => null))?.status,
    };
  });
  expect(reach).toEqual({
    node: 'undefinedundefined',
    bridge: ['connect', 'post', 'onMessage', 'pathOf'],
    remote: true,
    file: true,
    evaluation: true,
    opened: true,
    outside: 404,
  });
});

test('stays on its page', async ({ start }) => {
  const { page } = await start();
  const before = page.url();
  await page.evaluate(() => window.location.assign('https://example.org/'));
  await page.waitForTimeout(500);
  expect(page.url()).toBe(before);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('opens a file that it is started with, and one of a second start in the same window', async ({ start, home }) => {
  const [first, second] = [join(home, 'first.csv'), join(home, 'second.csv')];
  writeFileSync(first, 'a,b\n1,2\n');
  writeFileSync(second, 'a,b\n1,2\n');
  const { app, page, startAgain } = await start(first);
  await expect(page).toHaveURL(/first\.csv/);
  expect(await startAgain(second)).toBe(0);
  await expect(page).toHaveURL(/second\.csv/);
  expect(app.windows()).toHaveLength(1);
});

test('starts its engine again when that is killed, and says so', async ({ start }) => {
  const { app, page } = await start();
  await expect.poll(() => enginePid(app)).not.toBeNull();
  const before = await enginePid(app);
  if (before === null) throw new Error('there is no engine');
  process.kill(before, 'SIGKILL');
  await expect.poll(async () => ![null, before].includes(await enginePid(app))).toBe(true);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('loads a page again that has crashed', async ({ start }) => {
  const { app } = await start();
  await app.evaluate(({ BrowserWindow, dialog }) => {
    // The question would wait for a person.
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed()))
    .toBe(false);
  const title = app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getTitle());
  expect(await title).toMatch(/Veriscope/);
});

test('has a menu that reaches the page', async ({ start }) => {
  const { app, page } = await start();
  await expect(page.locator('#root')).not.toBeEmpty();
  const labels = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(labels).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Help']));
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('open-settings')?.click();
  });
  await expect(page).toHaveURL(/#\/settings/);
});

test('remembers its window and ends with it', async ({ start }) => {
  const first = await start();
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 70, width: 1000, height: 640 });
  });
  const ended = new Promise((done) => first.app.process().once('exit', done));
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await ended).toBe(0);
  const { app } = await start();
  const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect(bounds).toMatchObject({ width: 1000, height: 640 });
});
