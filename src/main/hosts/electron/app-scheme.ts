import { protocol, type Session } from 'electron';
import { contentPolicy } from '../content-policy.ts';
import { staticFile } from '../web/static-files.ts';

export const APP_ORIGIN = 'app://veriscope';

/** The scheme of the windows: an origin of its own, in place of `file:`. To be called before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files below `folder` as `app://veriscope/`, and nothing else, each with the policy of what it may load. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', async ({ url, method }) => {
    if (method !== 'GET') return refusal(405, 'Only GET is answered.');
    if (!isOfApp(url)) return refusal(403, 'Not this application.');
    const file = await staticFile(folder, new URL(url).pathname);
    if (file === null) return refusal(404, 'There is no such file.');
    return new Response(new Uint8Array(file.content), { headers: headers(file.type) });
  });
}

/** Whether an address is of the application's own origin. */
export function isOfApp(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'app:' && parsed.host === 'veriscope';
}

/** Whether an address is that of the window's page, whatever its route. */
export function isPage(url: string): boolean {
  return isOfApp(url) && URL.parse(url)?.pathname === '/';
}

function refusal(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: headers('text/plain; charset=utf-8') });
}

function headers(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentPolicy(),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}
