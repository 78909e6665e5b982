import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import packageJson from '../../../../package.json' with { type: 'json' };
import { startElectronHost } from './electron-host.ts';
import { openedPaths } from './opened-paths.ts';

/** The entry of Electron's main process, built as `dist/electron/main.js`. */
const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Not awaited: the application becomes ready only after this file has run to its end.
void startElectronHost({
  productVersion: packageJson.version,
  preload: built('../preload/preload.cjs'),
  // The engine's threads and native modules are real files beside the archive.
  engine: built('../node/engine-utility.js').replace(/\bapp\.asar\b/, 'app.asar.unpacked'),
  renderer: built('../renderer'),
  icon: process.platform === 'linux' ? built('../../resources/icons/256x256.png') : undefined,
  paths: openedPaths(process.argv, app.isPackaged, process.cwd()),
});
