import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encode } from '@msgpack/msgpack';
import type { WebSocket } from 'ws';
import { startWebServer, type WebServer } from '../../src/main/hosts/web/web-server.ts';
import { serveCalls } from '../../src/main/rpc/serve-calls.ts';
import { ok } from '../../src/shared/result.ts';
import { CallClient } from '../../src/shared/rpc/call-client.ts';
import { encodeBody, encodeFrame } from '../../src/shared/rpc/frame.ts';
import { clientSocketPort, cookieOf, openSocket } from '../helpers/web-client.ts';

const base = mkdtempSync(join(tmpdir(), 'veriscope-attack-'));
const site = join(base, 'site');
let server: WebServer;
let cookie: string;

beforeAll(async () => {
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>inside</title>');
  writeFileSync(join(site, 'assets', 'app.js'), 'inside()');
  writeFileSync(join(base, 'secret.html'), 'outside');
  mkdirSync(join(base, 'site-of-another'));
  writeFileSync(join(base, 'site-of-another', 'secret.html'), 'outside');
  server = await startWebServer(site, (window) => serveCalls(window, (name) => Promise.resolve(ok(name))));
  cookie = await cookieOf(server.entrance());
});
afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Sends a request exactly as given: no path is tidied up, no header is added but those of HTTP itself. */
function send(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port, host } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, setHost: false, headers: { Host: host, ...headers } });
    sent.once('error', reject);
    sent.once('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.once('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.end();
  });
}

const statusOf = async (...given: Parameters<typeof send>): Promise<number | undefined> =>
  (await send(...given)).status;

/** The status that an attempt to connect is refused with; 101 where it is not. */
async function upgradeStatus(headers: Readonly<Record<string, string>>, path = '/socket'): Promise<number | undefined> {
  const { hostname, port, host } = new URL(server.origin);
  const asked = {
    Host: host,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, setHost: false, headers: asked });
    sent.once('error', reject);
    sent.once('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    sent.end();
  });
}

/** Fulfilled with the code that the other side closes a socket with. */
const closeCode = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    socket.once('close', resolve);
    socket.on('error', () => undefined);
  });

/** What a window gets that does nothing wrong. */
async function answerOfAnother(): Promise<unknown> {
  const client = new CallClient(clientSocketPort(await openSocket(server.origin, cookie)));
  const answer = await client.invoke('settings.read', {});
  client.close();
  return answer;
}

const GOOD = { ok: true, value: 'settings.read' };

describe('a stranger is refused', () => {
  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]', ''])(
    'with the Host "%s" (DNS rebinding), cookie or not',
    async (host) => {
      const { port } = new URL(server.origin);
      const named = host === 'evil.example' || host === 'localhost' || host === '[::1]' ? `${host}:${port}` : host;
      expect(await statusOf('/', { Host: named, Cookie: cookie })).toBe(403);
      expect(await statusOf('/enter?token=x', { Host: named })).toBe(403);
      expect(await upgradeStatus({ Host: named, Origin: `http://${named}`, Cookie: cookie })).toBe(403);
    },
  );

  it.each(['/', '/index.html', '/assets/app.js', '/enter.js', '/socket', '/nothing'])(
    'at %s without the cookie',
    async (path) => {
      const { status, body } = await send(path);
      expect(status).toBe(403);
      expect(body).not.toContain('inside');
    },
  );

  it('with a guessed cookie, a cookie of another name, and the cookie of another host on this computer', async () => {
    const [name = '', value = ''] = cookie.split('=');
    for (const guess of [`${name}=`, `${name}=${'A'.repeat(value.length)}`, `veriscope=${value}`, `x${name}=${value}`])
      expect(await statusOf('/', { Cookie: guess })).toBe(403);
    const other = await startWebServer(site, () => undefined);
    const otherCookie = await cookieOf(other.entrance());
    expect(otherCookie.split('=')[0]).not.toBe(name);
    expect(await statusOf('/', { Cookie: otherCookie })).toBe(403);
    expect(await statusOf('/', { Cookie: `${otherCookie}; ${cookie}` })).toBe(200);
    await other.close();
  });

  it('with a guessed token, an empty one, and one that was used', async () => {
    for (const token of ['', 'x', 'A'.repeat(43)]) expect(await statusOf(`/enter?token=${token}`)).toBe(403);
    const { pathname, search } = new URL(server.entrance());
    expect(await statusOf(pathname + search)).toBe(200);
    expect(await statusOf(pathname + search)).toBe(403);
    expect(await statusOf(pathname + search, { Cookie: cookie })).toBe(200);
  });

  it('whose browser fetches ahead of time, and the token stays good', async () => {
    const { pathname, search } = new URL(server.entrance());
    const ahead = await send(pathname + search, { 'Sec-Purpose': 'prefetch;prerender' });
    expect({ status: ahead.status, cookie: ahead.headers['set-cookie'] }).toEqual({ status: 503, cookie: undefined });
    expect(await statusOf(pathname + search, {}, 'HEAD')).toBe(503);
    expect(await statusOf(pathname + search)).toBe(200);
  });

  it.each(['https://evil.example', 'http://127.0.0.1:1', 'http://localhost', 'null', 'file://'])(
    'who comes from %s, even with the cookie',
    async (origin) => {
      expect(await statusOf('/', { Origin: origin, Cookie: cookie })).toBe(403);
      expect(await upgradeStatus({ Origin: origin, Cookie: cookie })).toBe(403);
    },
  );

  it.each(['cross-site', 'same-site'])('whose page is of another origin (%s), even with the cookie', async (from) => {
    expect(await statusOf('/', { 'Sec-Fetch-Site': from, Cookie: cookie })).toBe(403);
    expect(await statusOf('/enter.js', { 'Sec-Fetch-Site': from, Cookie: cookie })).toBe(403);
    const { pathname, search } = new URL(server.entrance());
    expect(await statusOf(pathname + search, { 'Sec-Fetch-Site': from, 'Sec-Fetch-Mode': 'navigate' })).toBe(200);
  });

  it('who opens a socket without cookie, without origin, or elsewhere', async () => {
    expect(await upgradeStatus({ Origin: server.origin })).toBe(403);
    expect(await upgradeStatus({ Cookie: cookie })).toBe(403);
    expect(await upgradeStatus({ Origin: server.origin, Cookie: cookie }, '/')).toBe(403);
    expect(await upgradeStatus({ Origin: server.origin, Cookie: cookie }, '/socket?x')).toBe(403);
    expect(await upgradeStatus({ Origin: server.origin, Cookie: cookie })).toBe(101);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('who sends %s', async (method) => {
    const { status, headers } = await send('/', { Cookie: cookie }, method);
    expect(status).toBe(405);
    expect(headers['allow']).toBe('GET, HEAD');
  });

  it('who asks leave for a request from elsewhere (CORS), and no answer ever gives it', async () => {
    const asked = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'GET', Cookie: cookie };
    const answers = [await send('/', asked, 'OPTIONS'), await send('/', { Cookie: cookie }), await send('/')];
    for (const { headers } of answers)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(answers[0]?.status).toBe(403);
  });

  it('from another computer: nothing listens but the loopback address', () => {
    expect(new URL(server.origin).hostname).toBe('127.0.0.1');
  });
});

describe('no path leads out of the folder', () => {
  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/%252e%252e%252fsecret.html',
    '/..%5csecret.html',
    '/..\\secret.html',
    '/assets/../../secret.html',
    '/assets/..%2f..%2fsecret.html',
    '/....//secret.html',
    '/../site-of-another/secret.html',
    '/%2e%2e/site-of-another/secret.html',
    `/${encodeURIComponent(join(base, 'secret.html'))}`,
    `/${join(base, 'secret.html')}`,
    '//etc/passwd',
    '/etc/passwd',
    '/C:/Windows/win.ini',
    '/C:%5CWindows%5Cwin.ini',
    '/index.html::$DATA',
    '/index.html%00.js',
    '/%',
    '/%ff%fe',
    '/assets',
    '/assets/',
    'http://evil.example/index.html',
    'index.html',
    '*',
  ])('%s', async (path) => {
    const { status, body } = await send(path, { Cookie: cookie });
    expect([400, 403, 404]).toContain(status);
    expect(body).not.toMatch(/outside|root:|\[fonts\]/);
  });

  it('while those of the folder are served with their kinds', async () => {
    const [page, script] = [await send('/', { Cookie: cookie }), await send('/assets/app.js', { Cookie: cookie })];
    expect([page.status, page.headers['content-type'], page.body]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<!doctype html><title>inside</title>',
    ]);
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await send('/', { Cookie: cookie }, 'HEAD')).body).toBe('');
  });
});

describe('every answer', () => {
  it.each(['/', '/nothing', '/enter?token=x', '/enter.js'])(
    'of %s bears the headers that keep others out',
    async (path) => {
      const { headers } = await send(path, { Cookie: cookie });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      const policy = String(headers['content-security-policy']).split('; ');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain(`connect-src 'self' ${server.origin.replace('http', 'ws')}`);
    },
  );

  it('of the entrance sets a strict cookie that no script reads, under a name of its own', async () => {
    const { pathname, search } = new URL(server.entrance());
    const { headers, body } = await send(pathname + search);
    expect(headers['set-cookie']?.[0]).toMatch(/^veriscope-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(body).not.toContain(search.slice('?token='.length));
    expect(body).not.toMatch(/<script>|onload=/);
  });
});

describe('a window that misbehaves harms itself alone', () => {
  it('by a message that is too large', async () => {
    const socket = await openSocket(server.origin, cookie);
    const closed = closeCode(socket);
    socket.send(Buffer.alloc(4 * 1024 * 1024 + 1));
    expect(await closed).toBe(1009);
    expect(await answerOfAnother()).toEqual(GOOD);
  });

  it('by text instead of frames', async () => {
    const socket = await openSocket(server.origin, cookie);
    const closed = closeCode(socket);
    socket.send('{"kind":"call"}');
    expect(await closed).toBe(1008);
    expect(await answerOfAnother()).toEqual(GOOD);
  });

  it('by garbage, frames of unknown kinds, and claims of lists without end', async () => {
    const socket = await openSocket(server.origin, cookie);
    const client = new CallClient(clientSocketPort(socket));
    const nested = Buffer.alloc(100_000, 0x91);
    const endless = Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff]);
    const bodies = [endless, nested, Buffer.from([0xc1]), Buffer.alloc(0)];
    const messages: readonly Uint8Array[] = [
      Buffer.alloc(0),
      Buffer.from([0xc1]),
      endless,
      nested,
      Buffer.from('no frame at all'),
      encode({ kind: 'steal', id: '1' }),
      encode({ kind: 'call', id: '', name: 'model.card', body: encodeBody({}) }),
      encode({ kind: 'call', id: 'x'.repeat(101), name: 'model.card', body: encodeBody({}) }),
      encode({ kind: 'call', id: '1', name: 'model.card', body: 'text' }),
      encode({ kind: 'answer', id: '1', body: encodeBody({}) }),
      ...bodies.map((body, index) => encodeFrame({ kind: 'call', id: `bad${index}`, name: 'model.card', body })),
    ];
    for (const message of messages) socket.send(message);
    expect(await client.invoke('settings.read', {})).toEqual(GOOD);
    client.close();
    expect(await answerOfAnother()).toEqual(GOOD);
  });

  it('by breaking off in the midst of a handshake or a request', async () => {
    const { hostname, port } = new URL(server.origin);
    for (const text of [
      'GET / HT',
      `GET /socket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\n`,
      '\0\0\0',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(text, () => {
            socket.resetAndDestroy();
            resolve();
          });
        });
      });
    }
    expect(await answerOfAnother()).toEqual(GOOD);
  });
});
