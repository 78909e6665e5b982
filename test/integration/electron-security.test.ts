import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { app } from '../helpers/electron-double/app.ts';
import { buildPreload, runHost, type RunningHost } from '../helpers/electron-double/running-host.ts';
import { privilegedSchemes, session } from '../helpers/electron-double/session.ts';
import { WebContents } from '../helpers/electron-double/web-contents.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';

const folder = folderOfFile();
let preload = '';
beforeAll(async () => {
  preload = await buildPreload(folder);
});

async function loadedHost(): Promise<RunningHost> {
  const host = await runHost(preload);
  await host.window().loaded;
  return host;
}

describe('the scheme of the windows', () => {
  it('is a secure origin of its own and serves the built files with their policy', async () => {
    const { window } = await loadedHost();
    expect(privilegedSchemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
    expect(privilegedSchemes[0]?.privileges).not.toHaveProperty('bypassCSP');
    const { response } = window().webContents;
    expect(response?.status).toBe(200);
    expect(await response?.text()).toContain('<title>Veriscope</title>');
    const policy = response?.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|https?:|ws:|\*/);
    const script = await session.defaultSession.fetch('app://veriscope/assets/index.js');
    expect(script?.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(script?.headers.get('Content-Security-Policy')).toBe(policy);
    expect(script?.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it.each([
    'app://veriscope/../secret.json',
    'app://veriscope/..%2fsecret.json',
    'app://veriscope/%2e%2e%2fsecret.json',
    'app://veriscope/%2e%2e/secret.json',
    'app://veriscope/assets/..%2f..%2fsecret.json',
    'app://veriscope/..%5csecret.json',
    'app://veriscope/%00/../secret.json',
    'app://veriscope//etc/passwd',
    'app://veriscope/%2fetc%2fpasswd',
    'app://veriscope/%zz.json',
  ])('serves nothing outside its folder: %s', async (url) => {
    await loadedHost();
    const response = await session.defaultSession.fetch(url);
    expect(response?.status).toBe(404);
    expect(await response?.text()).not.toContain('secret":true');
    expect(response?.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  it('answers no other host and no other method, and serves no kind of file that a window has no use for', async () => {
    const { renderer } = await loadedHost();
    writeFileSync(join(renderer, 'notes.txt'), 'notes');
    const { defaultSession } = session;
    expect((await defaultSession.fetch('app://veriscope/', 'POST'))?.status).toBe(405);
    expect((await defaultSession.fetch('app://veriscope/notes.txt'))?.status).toBe(404);
    // Not even asked for: the guard of the session lets only our own origin through.
    expect(await defaultSession.fetch('app://other/')).toBeNull();
    expect(await defaultSession.fetch('app://veriscope.example.org/')).toBeNull();
  });
});

describe('a window', () => {
  it('is sandboxed, isolated and without Node', async () => {
    const { window } = await loadedHost();
    expect(window().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('gives its page four functions and nothing of Electron', async () => {
    const { window } = await loadedHost();
    const { exposed, bridge } = window().webContents.page ?? {};
    expect([...(exposed?.keys() ?? [])]).toEqual(['veriscope']);
    expect(Object.entries(bridge ?? {}).map(([name, part]) => [name, typeof part])).toEqual([
      ['connect', 'function'],
      ['post', 'function'],
      ['onMessage', 'function'],
      ['pathOf', 'function'],
    ]);
    expect(Object.isFrozen(bridge)).toBe(true);
  });

  it('stays on its page', async () => {
    const { window } = await loadedHost();
    const { webContents } = window();
    const elsewhere = [
      'https://example.org/',
      'file:///etc/passwd',
      'app://other/',
      'app://veriscope/assets/index.js',
      'app://veriscope.example.org/',
      'javascript:alert(1)',
      'data:text/html,x',
    ];
    expect(elsewhere.filter((url) => webContents.navigate(url))).toEqual([]);
    expect(elsewhere.filter((url) => webContents.navigateFrame(url))).toEqual([]);
    expect(elsewhere.filter((url) => webContents.navigateFrame(url, true))).toEqual([]);
    expect(elsewhere.filter((url) => webContents.openWindow(url))).toEqual([]);
    expect(webContents.navigate('https://example.org/', 'will-redirect')).toBe(false);
    expect(webContents.openWindow('app://veriscope/')).toBe(false);
    expect(webContents.attachWebview()).toBe(false);
    expect(webContents.navigate('app://veriscope/')).toBe(true);
  });

  it('that comes about in any other way is held to the same', async () => {
    await loadedHost();
    const contents = new WebContents({});
    expect(contents.navigate('https://example.org/')).toBe(false);
    expect(contents.openWindow('https://example.org/')).toBe(false);
    expect(contents.attachWebview()).toBe(false);
  });

  it('is granted no permission but to write to the clipboard', async () => {
    await loadedHost();
    const { defaultSession } = session;
    const own = 'app://veriscope/#/settings';
    const wanted = [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fullscreen',
      'openExternal',
      'hid',
    ] as const;
    const granted = await Promise.all(wanted.map((permission) => defaultSession.requestPermission(permission, own)));
    expect(granted).not.toContain(true);
    expect(wanted.filter((permission) => defaultSession.checkPermission(permission, 'app://veriscope'))).toEqual([]);
    expect(await defaultSession.requestPermission('clipboard-sanitized-write', own)).toBe(true);
    expect(defaultSession.checkPermission('clipboard-sanitized-write', 'app://veriscope')).toBe(true);
    expect(await defaultSession.requestPermission('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
    expect(defaultSession.checkPermission('clipboard-sanitized-write', 'https://example.org')).toBe(false);
    expect(defaultSession.checkDevice('usb', 'app://veriscope')).toBe(false);
  });
});

describe('the network', () => {
  it('is out of reach', async () => {
    await loadedHost();
    const { defaultSession } = session;
    const remote = ['https://example.org/', 'http://127.0.0.1/', 'ws://127.0.0.1/', 'file:///etc/passwd', 'ftp://x/'];
    for (const url of remote) expect(await defaultSession.fetch(url)).toBeNull();
    expect(await defaultSession.fetch('devtools://devtools/bundled/inspector.html')).toBeNull();
    expect(defaultSession.isSpellCheckerEnabled).toBe(false);
    expect(defaultSession.proxy).toEqual({ mode: 'direct' });
    expect(app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  });

  it('gives nothing to be downloaded; what our own page has made may be saved', async () => {
    await loadedHost();
    const download = (url: string): boolean => {
      let isPrevented = false;
      const event = { preventDefault: () => (isPrevented = true) };
      session.defaultSession.emit('will-download', event, { getURL: () => url });
      return !isPrevented;
    };
    expect(download('https://example.org/x.zip')).toBe(false);
    expect(download('blob:https://example.org/1')).toBe(false);
    expect(download('blob:app://veriscope/0f1e')).toBe(true);
  });
});
