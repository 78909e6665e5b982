import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How to start the application in Electron. */
export interface ElectronLaunch {
  readonly binary: string;
  readonly args: readonly string[];
}

const BINARIES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** The package's own folder: two above this source's and the bundle's alike, see `vite.config.ts`. */
const packageFolder = (): string => fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]src[/\\]?$/, '');

/** Electron, where both its binary and what it is to run are there; it is never fetched. */
export function findElectron(
  root: string = packageFolder(),
  env = process.env,
  platform = process.platform,
): ElectronLaunch | null {
  const chosen = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  const folder = chosen === '' ? join(root, 'node_modules', 'electron', 'dist') : chosen;
  const binary = join(folder, BINARIES[platform] ?? 'electron');
  // Named by "main" of package.json.
  if (!existsSync(binary) || !existsSync(join(root, 'dist', 'electron', 'main.js'))) return null;
  return { binary, args: [root] };
}
