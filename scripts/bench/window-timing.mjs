import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowsers } from '../../src/main/browser/find-browser.ts';
import { projectPath } from '../lib/paths.mjs';

/**
 * Runs in the page: what is looked for from outside is looked for every half second after the first, too seldom to time it.
 * Its instants are in milliseconds since 1970, by the clock that this process has too.
 */
const WATCH = `
const now = () => performance.timeOrigin + performance.now();
const painted = async (isThere) => {
  await new Promise((found) => {
    const watch = new MutationObserver(() => {
      if (!isThere()) return;
      watch.disconnect();
      found();
    });
    watch.observe(document, { childList: true, subtree: true, characterData: true });
  });
  await new Promise(requestAnimationFrame);
  // A message comes in a task of its own: after the frame, and when the page is free.
  const { port1, port2 } = new MessageChannel();
  const free = new Promise((come) => (port1.onmessage = come));
  port2.postMessage(null);
  await free;
  return now();
};
const shows = (selector, text) => [...document.querySelectorAll(selector)].some((each) => text.test(each.textContent));
window.whenInteractive = painted(() => shows('nav a', /^Settings$/));
window.rowsAfter = async (route) => {
  const asked = now();
  location.hash = route;
  return (await painted(() => shows('[role=gridcell]', /\\d{4}-\\d\\d-\\d\\d/))) - asked;
};
`;

/**
 * @typedef {object} WindowTiming Times in milliseconds, the median and the least of the runs.
 * @property {{ median: number, least: number }} interactive from the start of the application to a painted home page that takes a click
 * @property {{ median: number, least: number }} firstRows from asking an idle window for the workspace to its first rows painted
 */

/**
 * Starts the application as a user does, in a real browser, and opens a workspace in it.
 * @param {string} workspace
 * @param {number} runs
 * @returns {Promise<WindowTiming | null>} null where there is no browser
 */
export async function windowTiming(workspace, runs = 5) {
  const browserPath = findBrowsers()[0]?.path;
  if (browserPath === undefined) return null;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: browserPath, args: [...asRoot, '--disable-gpu'] });
  try {
    const timings = [];
    for (let run = 0; run < runs; run += 1) timings.push(await once(browser, resolve(workspace)));
    return {
      interactive: summary(timings.map(({ interactive }) => interactive)),
      firstRows: summary(timings.map(({ firstRows }) => firstRows)),
    };
  } finally {
    await browser.close();
  }
}

/** @param {number[]} times */
function summary(times) {
  const sorted = times.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, least: sorted[0] ?? Number.NaN };
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} workspace
 * @returns {Promise<{ interactive: number, firstRows: number }>}
 */
async function once(browser, workspace) {
  const home = mkdtempSync(join(tmpdir(), 'veriscope-bench-home-'));
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript({ content: WATCH });
  const started = performance.timeOrigin + performance.now();
  const host = spawn(process.execPath, [projectPath('bin', 'veriscope.mjs'), 'open', '--headless'], {
    env: { ...process.env, VERISCOPE_HOME: home },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  try {
    const address = await new Promise((found) => host.stdout.setEncoding('utf8').once('data', found));
    await page.goto(String(address).trim());
    const interactive = Number(await page.evaluate('window.whenInteractive')) - started;
    // A person looks at the home page first, and the window uses that time.
    await page.waitForTimeout(1500);
    const route = `#/table/transform?${new URLSearchParams({ workspace }).toString()}`;
    const firstRows = Number(await page.evaluate(`window.rowsAfter(${JSON.stringify(route)})`));
    return { interactive, firstRows };
  } finally {
    host.kill();
    await context.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
