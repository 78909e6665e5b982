import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../src/main/hosts/find-electron.ts';

const electron = findElectron(resolve(import.meta.dirname, '../..'));
/** Chromium's sandbox refuses to run as root. */
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** An application of its own: nothing that it keeps is shared with another. */
export interface Application {
  readonly home: string;
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Starts it once more, as a person would who opens a file; gives the exit code of that second start. */
  readonly startAgain: (...paths: string[]) => Promise<number | null>;
}

/** Starts the application with files to open. */
export type Start = (...paths: string[]) => Promise<Application>;

export const test = base.extend<{ home: string; start: Start }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  home: async ({}, provide) => {
    const home = mkdtempSync(join(tmpdir(), 'veriscope-electron-'));
    await provide(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ home }, provide) => {
    const running: ElectronApplication[] = [];
    await provide(async (...paths) => {
      if (electron === null) throw new Error("Electron's binary is not here");
      const env = { ...environment(), VERISCOPE_HOME: home, LANG: 'en_US.UTF-8' };
      const args = [...asRoot, ...electron.args, ...paths];
      const app = await _electron.launch({ executablePath: electron.binary, args, env });
      running.push(app);
      const page = await app.firstWindow();
      await page.waitForLoadState();
      const startAgain = (...more: string[]): Promise<number | null> =>
        new Promise((done, fail) => {
          const second = spawn(electron.binary, [...asRoot, ...electron.args, ...more], { env, stdio: 'ignore' });
          second.once('error', fail);
          second.once('exit', done);
        });
      return { home, app, page, startAgain };
    });
    for (const app of running) await app.close().catch(() => undefined);
  },
});

test.skip(electron === null, "Electron's binary is not here");

export { expect } from '@playwright/test';

function environment(): Record<string, string> {
  const given = Object.entries(process.env).filter(([name, value]) => value !== undefined && name !== 'NODE_OPTIONS');
  return Object.fromEntries(given) as Record<string, string>;
}
