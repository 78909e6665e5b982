import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { AppWindow } from './pages/app-window.ts';
import { startHost, type RunningHost } from './running-host.ts';
import { speechOf } from './speech.ts';
import { makeJanuary, makeLarge, makeTransactions, type MadeTransactions } from './workspace-maker.ts';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const executablePath = BROWSERS.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));

interface TestFixtures {
  readonly host: RunningHost;
  /** What windows wrote to their consoles. A test that expects something takes it out of the list. */
  readonly complaints: string[];
  /** A window of the host, at home, in English. */
  readonly app: AppWindow;
  /** A workspace of its own in the user's documents, made of `made`. */
  readonly workspace: string;
  /** The same of `january`. */
  readonly januaryWorkspace: string;
  /** Has whatever a page complains about fail the test. */
  readonly watch: (page: Page) => void;
}
interface WorkerFixtures {
  /** A file and the workspace that it was imported into, to be copied and not to be changed. */
  readonly made: MadeTransactions;
  /** A workspace with the synthetic month of the published figures, to be copied and not to be changed. */
  readonly january: string;
  /** A file of so many rows that something can happen while it is imported. */
  readonly large: string;
}

/** A test with a host of its own and a window that shows it. Anything that the window complains about fails the test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  made: [
    // Playwright wants the first argument taken apart even where nothing is taken.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'veriscope-made-'));
      await use(await makeTransactions(folder));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  january: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'veriscope-january-'));
      await use(await makeJanuary(folder));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  large: [
    async ({ made }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'veriscope-large-'));
      await use(makeLarge(folder, made));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // eslint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const host = await startHost();
    await use(host);
    await host.stop();
  },
  // eslint-disable-next-line no-empty-pattern
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    base.expect(complaints, 'what the window wrote to its console').toEqual([]);
  },
  watch: async ({ complaints }, use) => {
    await use((page) => {
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
    });
  },
  app: async ({ page, host, watch }, use) => {
    watch(page);
    await page.goto(host.entrance);
    await use(new AppWindow(page, speechOf('en')));
    // Else the host, which ends first, would be missed by the window.
    await page.close();
  },
  workspace: async ({ host, made }, use) => {
    const workspace = join(host.home, 'Documents', 'made.veriscope');
    cpSync(made.workspace, workspace, { recursive: true });
    await use(workspace);
  },
  januaryWorkspace: async ({ host, january }, use) => {
    const workspace = join(host.home, 'Documents', 'january.veriscope');
    cpSync(january, workspace, { recursive: true });
    await use(workspace);
  },
  launchOptions: async ({ launchOptions }, use) => {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    await use({
      ...launchOptions,
      ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
      args: [...asRoot, '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
    });
  },
});
export const { expect } = base;
