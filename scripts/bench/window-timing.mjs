import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowsers } from '../../src/main/browser/find-browser.ts';
import { projectPath } from '../lib/paths.mjs';

/**
 * @typedef {object} WindowTiming Times in milliseconds.
 * @property {number} interactive from the start of the application to a home page that takes a click
 * @property {number} firstRows from asking an idle window for the workspace to its first rows on the screen
 */

/**
 * Starts the application as a user does, in a real browser, and opens a workspace in it.
 * @param {string} workspace
 * @param {number} runs the least time of so many is given
 * @returns {Promise<WindowTiming | null>} null where there is no browser
 */
export async function windowTiming(workspace, runs = 3) {
  const browserPath = findBrowsers()[0]?.path;
  if (browserPath === undefined) return null;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: browserPath, args: [...asRoot, '--disable-gpu'] });
  try {
    /** @type {WindowTiming[]} */
    const timings = [];
    for (let run = 0; run < runs; run += 1) timings.push(await once(browser, resolve(workspace)));
    return {
      interactive: Math.min(...timings.map(({ interactive }) => interactive)),
      firstRows: Math.min(...timings.map(({ firstRows }) => firstRows)),
    };
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} workspace
 * @returns {Promise<WindowTiming>}
 */
async function once(browser, workspace) {
  const home = mkdtempSync(join(tmpdir(), 'veriscope-bench-home-'));
  const context = await browser.newContext();
  const page = await context.newPage();
  const started = performance.now();
  const host = spawn(process.execPath, [projectPath('bin', 'veriscope.mjs'), 'open', '--headless'], {
    env: { ...process.env, VERISCOPE_HOME: home },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  try {
    const address = await new Promise((found) => host.stdout.setEncoding('utf8').once('data', found));
    await page.goto(String(address).trim());
    await page
      .getByRole('button', { name: 'Settings' })
      .or(page.getByRole('link', { name: 'Settings' }))
      .first()
      .waitFor();
    const interactive = performance.now() - started;
    // A person looks at the home page first, and the window uses that time.
    await page.waitForTimeout(1500);
    const asked = performance.now();
    const route = `#/table/transform?${new URLSearchParams({ workspace }).toString()}`;
    await page.evaluate(`location.hash = ${JSON.stringify(route)}`);
    await page
      .getByRole('gridcell')
      .filter({ hasText: /\d{4}-\d\d-\d\d/ })
      .first()
      .waitFor();
    return { interactive, firstRows: performance.now() - asked };
  } finally {
    host.kill();
    await context.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
