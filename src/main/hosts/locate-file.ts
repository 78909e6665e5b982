import { createHash } from 'node:crypto';
import { opendir, open, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { HostRequest } from './host-calls.ts';

/** A search is given up after so many entries or milliseconds. */
const MOST_ENTRIES = 300_000;
const MOST_TIME = 4000;
const HEAD = 65_536;
const SKIPPED = new Set(['node_modules', 'AppData', 'Library', 'proc', 'sys', 'dev']);

/**
 * Finds a file by name, size, time and the hash of its start: a browser tells everything of a dropped file but its path.
 * Likely folders first, then everything below the home folder and removable drives, nearest first.
 */
export async function locateFile(
  wanted: HostRequest<'host.locate'>,
  signal: AbortSignal,
  roots: readonly string[] = searchRoots(),
): Promise<{ paths: string[] }> {
  const deadline = Date.now() + MOST_TIME;
  const waiting: string[] = [...roots];
  const seen = new Set<string>();
  let entries = 0;
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    if (seen.has(folder)) continue;
    seen.add(folder);
    if (signal.aborted || entries > MOST_ENTRIES || Date.now() > deadline) break;
    const candidate = join(folder, wanted.name);
    if (await isWanted(candidate, wanted)) return { paths: [candidate] };
    try {
      for await (const entry of await opendir(folder)) {
        entries += 1;
        if (entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED.has(entry.name))
          waiting.push(join(folder, entry.name));
      }
    } catch {
      // A folder that is closed to us is passed over.
    }
  }
  return { paths: [] };
}

function searchRoots(): string[] {
  const home = homedir();
  const likely = ['Downloads', 'Desktop', 'Documents'].map((name) => join(home, name));
  return [...likely, process.cwd(), home, '/media', '/mnt', '/Volumes', '/tmp'];
}

async function isWanted(path: string, { bytes, modified, headSha256 }: HostRequest<'host.locate'>): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  // A browser knows the time to the millisecond, some file systems only to two seconds.
  if (stats === null || !stats.isFile() || stats.size !== bytes || Math.abs(stats.mtimeMs - modified) > 2000)
    return false;
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return false;
  try {
    const head = Buffer.alloc(Math.min(HEAD, bytes));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return createHash('sha256').update(head.subarray(0, bytesRead)).digest('hex') === headSha256;
  } finally {
    await file.close();
  }
}
