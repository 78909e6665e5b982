import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, onTestFinished, vi } from 'vitest';
import { projectPath } from '../../../scripts/lib/paths.mjs';
import { startElectronHost, type ElectronHostOptions } from '../../../src/main/hosts/electron/electron-host.ts';
import { electronPort } from '../../../src/renderer/client/electron-port.ts';
import { CallClient } from '../../../src/shared/rpc/call-client.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { BrowserWindow } from './browser-window.ts';
import { resetElectron } from './electron.ts';

const ENGINE = fileURLToPath(new URL('../../../src/main/process/engine-utility.ts', import.meta.url));

/** Builds the preload script as it is shipped; gives its path. */
export async function buildPreload(folder: string): Promise<string> {
  await build({
    configFile: projectPath('vite.preload.config.ts'),
    configLoader: 'native',
    logLevel: 'warn',
    build: { outDir: folder },
  });
  return join(folder, 'preload.cjs');
}

/** A host that runs on the double, with a folder of its own for what it keeps. */
export interface RunningHost {
  readonly home: string;
  /** Where its window's files lie; beside it lies a file that must not be had. */
  readonly renderer: string;
  /** The window that was opened first, or the one at an index. */
  readonly window: (index?: number) => BrowserWindow;
  /** The client of a window, as its page would make it. */
  readonly client: (window?: BrowserWindow) => Promise<CallClient>;
}

/** Starts the host; all of it ends with the test. `home`: what a host before it has kept. */
export async function runHost(
  preload: string,
  options: Partial<ElectronHostOptions> = {},
  home: string = temporaryFolder(),
): Promise<RunningHost> {
  vi.stubEnv('VERISCOPE_HOME', home);
  onTestFinished(resetElectron);
  const renderer = join(home, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Veriscope</title>');
  writeFileSync(join(renderer, 'assets', 'index.js'), 'export {};');
  writeFileSync(join(home, 'secret.json'), '{"secret":true}');
  await startElectronHost({ productVersion: '0.0.0-test', preload, engine: ENGINE, renderer, paths: [], ...options });
  const window = (index = 0): BrowserWindow => {
    const found = BrowserWindow.open[index];
    if (found === undefined) throw new Error(`there is no window ${index}`);
    return found;
  };
  return {
    home,
    renderer,
    window,
    client: async (given = window()) => {
      await vi.waitFor(() => expect(given.webContents.page).not.toBeNull());
      const { page } = given.webContents;
      if (page === null) throw new Error('the window shows no page');
      return new CallClient(electronPort(page.bridge, page.window));
    },
  };
}
