import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePath, fingerprintSources, isBuildFresh, writeStamp } from './lib/freshness.mjs';
import { isRunningNode24, projectPath } from './lib/paths.mjs';
import { runScript, say } from './lib/say.mjs';

/** @typedef {import('./lib/freshness.mjs').Fingerprint} Fingerprint */

const outputFolder = projectPath('dist', 'cli');
const oldChunkAge = 10 * 60_000;

/**
 * Bundles the command line and its worker threads into dist/cli, in this process, which must be Node.js 24.
 * Files are moved into place one by one, so that a command running meanwhile keeps the files it started with.
 */
export async function build() {
  const { build: bundle } = await import('vite');
  const fingerprint = fingerprintSources();
  const workFolder = projectPath('dist', `building-${process.pid}`);
  try {
    await bundle({
      root: projectPath(),
      configFile: projectPath('vite.config.ts'),
      configLoader: 'native',
      logLevel: 'warn',
      build: { outDir: workFolder },
    });
    moveIntoPlace(workFolder);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
  if (fingerprint) writeStamp(fingerprint);
}

/**
 * Builds unless the bundle is up to date.
 * @returns {Promise<boolean>} whether there was anything to build
 */
export async function buildIfStale() {
  if (isBuildFresh()) return false;
  await build();
  return true;
}

/** @param {string} workFolder */
function moveIntoPlace(workFolder) {
  mkdirSync(outputFolder, { recursive: true });
  const names = readdirSync(workFolder);
  const chunksFirst = names.toSorted((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const name of chunksFirst) renameSync(join(workFolder, name), join(outputFolder, name));
  for (const name of readdirSync(outputFolder)) {
    const path = join(outputFolder, name);
    if (!names.includes(name) && Date.now() - statSync(path).mtimeMs > oldChunkAge) rmSync(path, { recursive: true });
  }
}

/** @param {string} name */
function isEntry(name) {
  return join(outputFolder, name) === bundlePath;
}

async function main() {
  const started = Date.now();
  if (!isRunningNode24()) {
    const { runNode24, setUp } = await import('./set-up.mjs');
    await setUp();
    return (await runNode24([fileURLToPath(import.meta.url), ...process.argv.slice(2)])).code;
  }
  await build();
  say(`Built dist/cli in ${Date.now() - started} ms.`);
  return 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await runScript(main);
