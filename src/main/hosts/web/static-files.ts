import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** A file of the window, or null: for a path that leads out of the folder, an unknown kind, or a file that is not there. */
export async function staticFile(
  folder: string,
  urlPath: string,
): Promise<{ readonly type: string; readonly content: Buffer } | null> {
  const relative = decoded(urlPath);
  // A colon would name a drive or a stream of NTFS.
  if (relative === null || /[\0\\:]/.test(relative)) return null;
  const root = resolve(folder);
  const path = normalize(join(root, relative === '/' ? 'index.html' : relative));
  const type = TYPES[extname(path)];
  if (type === undefined || !path.startsWith(root + sep)) return null;
  try {
    return { type, content: await readFile(path) };
  } catch {
    return null;
  }
}

function decoded(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}
