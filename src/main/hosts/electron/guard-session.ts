import type { Session } from 'electron';
import { APP_ORIGIN, isOfApp } from './app-scheme.ts';

/** Schemes that never leave the computer. */
const LOCAL = new Set(['blob:', 'data:']);

/**
 * Shuts a session in: no request leaves the computer, no permission is granted but to write to the clipboard from our own
 * page, nothing is downloaded but what that page has made itself. `mayInspect` lets the developer tools load themselves.
 */
export function guardSession(session: Session, mayInspect: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const scheme = URL.parse(url)?.protocol ?? '';
    callback({ cancel: !(isOfApp(url) || LOCAL.has(scheme) || (mayInspect && scheme === 'devtools:')) });
  });
  session.setPermissionRequestHandler((_contents, permission, callback, { requestingUrl }) =>
    callback(permission === 'clipboard-sanitized-write' && isOfApp(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'clipboard-sanitized-write' && isOfApp(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault();
  });
  // It would fetch dictionaries.
  session.setSpellCheckerEnabled(false);
}
