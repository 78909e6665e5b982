/** What a window may load: its own files, and nothing from anywhere else. `connect` are further origins to talk to. */
export function contentPolicy(connect = ''): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // Grid, editor and components set styles of elements at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${connect === '' ? '' : ` ${connect}`}`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
