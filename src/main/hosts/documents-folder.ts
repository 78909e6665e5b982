import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The person's folder for documents by the custom of the platform; the home folder where there is none. */
export function documentsFolder(env = process.env, platform = process.platform, home = homedir()): string {
  const chosen = platform === 'linux' ? xdgDocuments(env, home) : null;
  return [chosen, join(home, 'Documents')].find((path) => path !== null && isFolder(path)) ?? home;
}

/** As the desktop's settings name it: `XDG_DOCUMENTS_DIR="$HOME/Dokumente"`. */
function xdgDocuments(env: NodeJS.ProcessEnv, home: string): string | null {
  try {
    const settings = readFileSync(join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'user-dirs.dirs'), 'utf8');
    const path = /^\s*XDG_DOCUMENTS_DIR="([^"]+)"/m.exec(settings)?.[1];
    return path === undefined ? null : path.replace(/^\$HOME(?=\/|$)/, home);
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
