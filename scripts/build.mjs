import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildParts, fingerprintSources, isBuildFresh, writeStamp } from './lib/freshness.mjs';
import { isRunningNode24, projectPath } from './lib/paths.mjs';
import { runScript, say } from './lib/say.mjs';

/** @typedef {import('./lib/freshness.mjs').PartName} PartName */

const oldFileAge = 10 * 60_000;

/**
 * Builds one part in this process, which must be Node.js 24. Files are moved into place one by one, so that a program
 * running meanwhile keeps the files it started with.
 * @param {PartName} part
 */
export async function build(part) {
  const { config, output } = buildParts[part];
  if (!existsSync(projectPath(config))) return;
  const { build: bundle } = await import('vite');
  const fingerprint = fingerprintSources(part);
  const workFolder = projectPath('dist', `building-${part}-${process.pid}`);
  try {
    await bundle({
      root: projectPath(part === 'window' ? 'src/renderer' : ''),
      configFile: projectPath(config),
      configLoader: 'native',
      logLevel: 'warn',
      build: { outDir: workFolder, emptyOutDir: true },
    });
    moveIntoPlace(workFolder, projectPath(dirname(output)), basename(output));
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
  if (fingerprint) writeStamp(part, fingerprint);
}

/**
 * Builds those of the parts that are out of date.
 * @param {PartName[]} parts
 * @returns {Promise<PartName[]>} what there was to build
 */
export async function buildIfStale(parts) {
  const stale = parts.filter((part) => !isBuildFresh(part));
  for (const part of stale) await build(part);
  return stale;
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} last name of the file that the others are reached from
 */
function moveIntoPlace(from, to, last) {
  mkdirSync(to, { recursive: true });
  const names = readdirSync(from);
  for (const name of names.toSorted((a, b) => Number(a === last) - Number(b === last))) {
    if (statSync(join(from, name)).isDirectory()) moveIntoPlace(join(from, name), join(to, name), last);
    else renameSync(join(from, name), join(to, name));
  }
  for (const name of readdirSync(to)) {
    const path = join(to, name);
    if (!names.includes(name) && Date.now() - statSync(path).mtimeMs > oldFileAge) rmSync(path, { recursive: true });
  }
}

async function main() {
  const started = Date.now();
  if (!isRunningNode24()) {
    const { runNode24, setUp } = await import('./set-up.mjs');
    await setUp();
    return (await runNode24([fileURLToPath(import.meta.url), ...process.argv.slice(2)])).code;
  }
  for (const part of partNames()) await build(part);
  say(`Built dist in ${Date.now() - started} ms.`);
  return 0;
}

function partNames() {
  return /** @type {PartName[]} */ (Object.keys(buildParts));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await runScript(main);
