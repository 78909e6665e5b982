import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectPath } from '../../scripts/lib/paths.mjs';
import { isInstallFresh } from '../../scripts/lib/install-stamp.mjs';
import { needsNoSandbox } from '../../src/main/browser/browser-switches.ts';
import { findBrowsers } from '../../src/main/browser/find-browser.ts';
import { clientSocketPort, cookieOf, openSocket, webClient } from '../helpers/web-client.ts';
import { eventually, isRunning, startWebHost } from '../helpers/web-host.ts';
import { CallClient } from '../../src/shared/rpc/call-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'veriscope-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

let homes = 0;
const newHome = (): string => {
  const home = join(folder, `home-${(homes += 1)}`);
  mkdirSync(home);
  return home;
};

const COMMAND_LINE = projectPath('src/cli/main.ts');
const [browser] = findBrowsers();
const hasXvfb = spawnSync('Xvfb', ['-help']).error === undefined;

interface Started {
  readonly process: ChildProcess;
  readonly text: () => string;
  readonly ended: Promise<number | null>;
}

/** Starts a script of ours; what it writes is kept. */
function start(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
  const child = spawn(process.execPath, [script, ...args], { env: { ...inherited, ...env }, cwd: folder });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { process: child, text: () => text, ended };
}

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]+/;
const addressOf = (text: string): string => ADDRESS.exec(text)?.[0] ?? '';

describe('npm start', () => {
  it.skipIf(!isInstallFresh())('-- --headless prints an address that works, and ends by Ctrl-C', async () => {
    const host = start(projectPath('scripts/start.mjs'), ['--headless'], { VERISCOPE_HOME: newHome() });
    await eventually('it prints an address', () => addressOf(host.text()) !== '', 50_000);
    const address = addressOf(host.text());
    const cookie = await cookieOf(address);
    const page = await fetch(new URL('/', address), { headers: { Cookie: cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>Veriscope</title>');
    host.process.kill('SIGINT');
    expect(await host.ended).toBe(0);
  });
});

describe('veriscope open', () => {
  it.each([
    ['a file that is not there', 'nothing.csv', 3, 'SOURCE_NOT_FOUND'],
    ['a folder that is no workspace', '.', 5, 'WORKSPACE_NOT_FOUND'],
  ])('refuses %s', async (_what, path, exit, code) => {
    const host = start(COMMAND_LINE, ['open', '--headless', path]);
    expect(await host.ended).toBe(exit);
    expect(host.text()).toContain(`(${code})`);
    expect(host.text()).not.toMatch(ADDRESS);
  });

  it('prints the address by itself where there is no display', async () => {
    const host = start(COMMAND_LINE, ['open'], { VERISCOPE_HOME: newHome() });
    await eventually('it prints an address', () => ADDRESS.test(host.text()));
    expect(host.text()).toContain('There is no display');
    host.process.kill('SIGTERM');
    expect(await host.ended).toBe(0);
  });

  it('hands the file that it was given to the first window, once', async () => {
    const file = join(folder, 'given.csv');
    writeFileSync(file, 'x\n');
    const host = await startWebHost(newHome(), [file]);
    const origin = new URL(host.entrance()).origin;
    const cookie = await cookieOf(host.entrance());
    const opened: string[] = [];
    const window = async (): Promise<CallClient> => new CallClient(clientSocketPort(await openSocket(origin, cookie)));
    const first = await window();
    // A window listens only when it has been drawn.
    await first.invoke('host.describe', {});
    first.on('file.opened', ({ path }) => opened.push(path));
    const second = await window();
    second.on('file.opened', ({ path }) => opened.push(path));
    await second.invoke('host.describe', {});
    expect(opened).toEqual([file]);
    first.close();
    second.close();
    await host.stop();
  });

  it('prints another address when its last window has gone, and stays', async () => {
    const host = await startWebHost(newHome());
    const next = host.nextEntrance();
    (await webClient(host.entrance())).close();
    const again = await webClient(await next);
    expect(await again.invoke('settings.read', {})).toMatchObject({ ok: true });
    again.close();
    expect(await host.stop()).toBe(0);
  });

  it('answers the calls of the host as far as there is no desktop', async () => {
    const home = newHome();
    const host = await startWebHost(home);
    const window = await webClient(host.entrance());
    const html = join(folder, 'report.html');
    writeFileSync(html, '<p>');
    const value = async (...call: Parameters<CallClient['invoke']>): Promise<unknown> => {
      const answer = await window.invoke(...call);
      return answer.ok ? answer.value : answer.error.code;
    };
    expect(await value('host.describe', {})).toMatchObject({ kind: 'web', engine: 'ready', nativeDialogs: false });
    expect(await value('host.newWindow', { route: '#/settings' })).toEqual({
      url: `${new URL(host.entrance()).origin}/#/settings`,
    });
    expect(await value('host.openFile', { path: join(folder, 'none.html') })).toBe('SOURCE_NOT_FOUND');
    expect(await value('host.openFile', { path: COMMAND_LINE })).toBe('USAGE');
    expect(await value('host.pick', { purpose: 'open-file', title: 'x' })).toBe('USAGE');
    expect(await value('host.listFolder', { folder })).toMatchObject({ folder, writable: true });
    expect(await value('host.makeFolder', { folder: join(html, 'x') })).toBe('OUTPUT_NOT_WRITABLE');
    expect(await value('state.write', { key: 'view', json: '{"a":1}' })).toEqual({});
    expect(await value('state.read', { key: 'view' })).toEqual({ json: '{"a":1}' });
    expect(await value('recent.add', { folder })).toEqual({});
    expect(await value('recent.list', {})).toMatchObject({ workspaces: [{ folder, exists: false }] });
    expect(await value('recent.forget', { folder })).toEqual({});
    expect(await value('recent.list', {})).toEqual({ workspaces: [] });
    window.close();
    await host.stop();
  });
});

describe.skipIf(browser === undefined)('in a real browser', () => {
  const launch = async (): Promise<Browser> => {
    const launched = await chromium.launch({
      executablePath: browser?.path ?? '',
      args: needsNoSandbox() ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
    });
    onTestFinished(() => launched.close());
    return launched;
  };

  it('a link from elsewhere leads in, and leaves no token behind', async () => {
    const host = await startWebHost(newHome());
    const elsewhere = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(`<a href="${host.entrance()}#/settings">Veriscope</a>`);
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void elsewhere.close());
    const page = await (await launch()).newPage();
    // Another site, as a browser sees it.
    await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`);
    await page.click('a');
    const { origin } = new URL(host.entrance());
    await page.waitForURL(`${origin}/**#/settings`);
    await eventually('the window is drawn', async () => (await page.locator('#root > *').count()) > 0);
    expect(page.url()).not.toContain('token');
    expect(await page.evaluate<string>('document.referrer')).not.toContain('token');
    await page.reload();
    await eventually('it is drawn again', async () => (await page.locator('#root > *').count()) > 0);
    // The page of the entrance was replaced: one step back is where the link was.
    await page.goBack();
    expect(new URL(page.url()).hostname).toBe('localhost');
    await host.stop();
  });

  it('a page from elsewhere can neither read nor call the host, though the browser holds its cookie', async () => {
    const host = await startWebHost(newHome());
    const context = await (await launch()).newContext();
    const page = await context.newPage();
    await page.goto(host.entrance());
    await eventually('the window is drawn', async () => (await page.locator('#root > *').count()) > 0);
    const { origin } = new URL(host.entrance());
    const elsewhere = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>elsewhere</title>');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void elsewhere.close());
    const { port } = elsewhere.address() as AddressInfo;
    // The second one is the same site: the browser sends the strict cookie along, and Origin alone keeps it out.
    for (const name of ['localhost', '127.0.0.1']) {
      const other = await context.newPage();
      await other.goto(`http://${name}:${port}/`);
      expect(await attack(other, origin)).toEqual({ read: false, socket: false, script: false });
      await other.close();
    }
    await host.stop();
  });

  it.skipIf(!hasXvfb)('a window of its own opens, and when it is closed the program ends', async () => {
    const display = await startDisplay();
    const home = newHome();
    const debugged = join(folder, 'debugged-browser');
    writeFileSync(debugged, `#!/bin/sh\nexec "${browser?.path ?? ''}" --remote-debugging-port=0 "$@"\n`);
    chmodSync(debugged, 0o755);
    const host = start(COMMAND_LINE, ['open', '--web'], {
      VERISCOPE_HOME: home,
      VERISCOPE_BROWSER: debugged,
      DISPLAY: display,
    });
    const portFile = join(home, 'browser', 'window-1', 'DevToolsActivePort');
    await eventually('the browser runs', () => existsSync(portFile), 30_000);
    const connected = await chromium.connectOverCDP(
      `http://127.0.0.1:${readFileSync(portFile, 'utf8').split('\n')[0]}`,
    );
    const pageOf = (): Page | undefined => connected.contexts()[0]?.pages()[0];
    await eventually(
      'the window is drawn',
      async () => ((await pageOf()?.locator('#root > *').count()) ?? 0) > 0,
      30_000,
    );
    expect(host.text()).toContain('Veriscope runs in a window of The chosen browser');
    expect(host.text().includes('--no-sandbox')).toBe(needsNoSandbox());
    // Loading it anew is no reason to end.
    await pageOf()?.reload();
    await eventually('it is drawn again', async () => ((await pageOf()?.locator('#root > *').count()) ?? 0) > 0);
    expect(await pageOf()?.evaluate<unknown>('[location.href, history.length]')).toEqual([
      expect.not.stringContaining('token'),
      1,
    ]);
    await pageOf()?.close();
    expect(await host.ended).toBe(0);
    await connected.close();
    expect(existsSync(join(home, 'browser', 'window-1.lock'))).toBe(false);
  });

  it.skipIf(!hasXvfb)('that cannot start is told of, with an address', async () => {
    const failing = join(folder, 'failing-browser');
    writeFileSync(failing, '#!/bin/sh\nexit 7\n');
    chmodSync(failing, 0o755);
    const host = start(COMMAND_LINE, ['open', '--web'], {
      VERISCOPE_HOME: newHome(),
      VERISCOPE_BROWSER: failing,
      DISPLAY: ':99',
    });
    await eventually('it prints an address', () => ADDRESS.test(host.text()));
    expect(host.text()).toContain('ended without showing a window (exit code 7)');
    const window = await webClient(addressOf(host.text()));
    window.close();
    expect(await host.ended).toBe(0);
  });
});

/** Run inside a page: what it gets from an origin that is not its own. */
const ATTACK = `async (target) => ({
  read: await fetch(target + '/', { credentials: 'include' }).then(() => true, () => false),
  script: await new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = target + '/enter.js';
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
  }),
  socket: await new Promise((resolve) => {
    const socket = new WebSocket(target.replace('http', 'ws') + '/socket');
    socket.onopen = () => resolve(true);
    socket.onerror = () => resolve(false);
  }),
})`;

function attack(page: Page, origin: string): Promise<unknown> {
  return page.evaluate<unknown>(`(${ATTACK})('${origin}')`);
}

/** A display that nobody looks at. */
async function startDisplay(): Promise<string> {
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void display.kill());
  let number = '';
  display.stdio[3]?.on('data', (text: Buffer) => (number += text.toString()));
  await eventually('the display is there', () => number.endsWith('\n'));
  expect(isRunning(display.pid ?? 0)).toBe(true);
  return `:${number.trim()}`;
}
