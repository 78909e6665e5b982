import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentPolicy } from '../content-policy.ts';
import { ENTRANCE, ENTRANCE_CODE, ENTRANCE_PAGE, ENTRANCE_SCRIPT } from './entrance.ts';
import { staticFile } from './static-files.ts';
import type { WebSession } from './web-session.ts';

/** What an answer to a request depends on. */
export interface WebSite {
  /** Host and port, as a browser must name them. */
  readonly authority: string;
  /** Holds the window's files. */
  readonly folder: string;
  readonly session: WebSession;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly content: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers an HTTP request: the entrance, and the window's files for whoever holds the session's cookie. */
export async function answerRequest(request: IncomingMessage, response: ServerResponse, site: WebSite): Promise<void> {
  const { status, type, content, headers } = await answerTo(request, site);
  response.writeHead(status, {
    ...securityHeaders(site.authority),
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(content),
    ...headers,
    // What a refused request still wants to send is not read.
    ...(status >= 400 ? { Connection: 'close' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

async function answerTo(request: IncomingMessage, { authority, folder, session }: WebSite): Promise<Answer> {
  if (request.headers.host !== authority) return refusal(403, 'Not this host.');
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${authority}`) return refusal(403, 'Not from there.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { ...refusal(405, 'Only GET is answered.'), headers: { Allow: 'GET, HEAD' } };
  const url = URL.parse(request.url ?? '/', `http://${authority}`);
  if (url === null || url.host !== authority) return refusal(400, 'Not an address of this host.');
  if (url.pathname === ENTRANCE) return enter(request, url.searchParams.get('token') ?? '', session);
  // Another port of this computer is the same site: the browser sends the cookie along with what its pages ask for.
  const from = request.headers['sec-fetch-site'] ?? 'none';
  if (from !== 'same-origin' && from !== 'none') return refusal(403, 'Not from there.');
  if (!session.admits(request.headers.cookie)) return refusal(403, 'Open Veriscope by the address that it printed.');
  if (url.pathname === ENTRANCE_SCRIPT)
    return { status: 200, type: 'text/javascript; charset=utf-8', content: ENTRANCE_CODE };
  const file = await staticFile(folder, url.pathname);
  return file === null ? refusal(404, 'There is no such file.') : { status: 200, ...file };
}

function enter(request: IncomingMessage, token: string, session: WebSession): Answer {
  // What a browser fetches ahead may never be shown: the token stays good.
  if (request.method === 'HEAD' || request.headers['sec-purpose'] !== undefined)
    return refusal(503, 'Not ahead of time.');
  const page = { status: 200, type: 'text/html; charset=utf-8', content: ENTRANCE_PAGE };
  if (session.redeem(token)) return { ...page, headers: { 'Set-Cookie': session.setCookie } };
  // Loaded again, or the address was opened a second time in the same browser.
  if (session.admits(request.headers.cookie)) return page;
  return refusal(
    403,
    'This address was used before. Take the newest one that Veriscope printed (Enter in its terminal prints another), or start it again.',
  );
}

function refusal(status: number, sentence: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', content: `${sentence}\n` };
}

function securityHeaders(authority: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentPolicy(`ws://${authority}`),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), usb=()',
    'Cache-Control': 'no-store',
  };
}
