import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectPath } from './paths.mjs';

/**
 * @typedef {object} Fingerprint What the sources looked like, in three numbers that need no file to be read.
 * @property {number} newest latest modification time, in milliseconds
 * @property {number} files
 * @property {number} bytes
 */

/**
 * @typedef {object} BuildPart What is built by one run of Vite.
 * @property {string} config file of Vite
 * @property {string} output the file that is written last: while it stands, the part is whole
 * @property {string[]} sources folders and files that can change it
 */

/** @typedef {'node' | 'window' | 'electron' | 'preload'} PartName */

/** @type {Record<PartName, BuildPart>} */
export const buildParts = {
  node: {
    config: 'vite.config.ts',
    output: 'dist/node/veriscope.js',
    sources: ['src/cli', 'src/etl', 'src/main', 'src/shared', 'resources', 'package-lock.json'],
  },
  window: {
    config: 'vite.renderer.config.ts',
    output: 'dist/renderer/index.html',
    sources: ['src/renderer', 'src/shared', 'resources', 'package-lock.json'],
  },
  electron: {
    config: 'vite.electron.config.ts',
    output: 'dist/electron/main.js',
    sources: ['src/main', 'src/shared', 'package-lock.json'],
  },
  preload: {
    config: 'vite.preload.config.ts',
    output: 'dist/preload/preload.cjs',
    sources: ['src/preload', 'src/shared', 'package-lock.json'],
  },
};

/** The bundle that bin/veriscope.mjs loads. */
export const bundlePath = projectPath(buildParts.node.output);

/**
 * Looks at everything that can change a part.
 * @param {PartName} part
 * @returns {Fingerprint | undefined} undefined in an installed package, which has no sources
 */
export function fingerprintSources(part) {
  if (!statSync(projectPath('src'), { throwIfNoEntry: false })) return undefined;
  const total = { newest: 0, files: 0, bytes: 0 };
  const { config, sources } = buildParts[part];
  for (const source of [config, ...sources]) addSource(projectPath(source), total);
  return total;
}

/**
 * @param {PartName} part
 * @returns {boolean} whether the part exists and was made from the sources as they are now
 */
export function isBuildFresh(part) {
  if (!statSync(projectPath(buildParts[part].output), { throwIfNoEntry: false })) return false;
  const now = fingerprintSources(part);
  if (!now) return true;
  const built = readStamp(part);
  return built?.newest === now.newest && built.files === now.files && built.bytes === now.bytes;
}

/**
 * Records that a part was made from these sources.
 * @param {PartName} part
 * @param {Fingerprint} fingerprint
 */
export function writeStamp(part, fingerprint) {
  mkdirSync(dirname(stampPath(part)), { recursive: true });
  const partial = `${stampPath(part)}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(fingerprint));
  renameSync(partial, stampPath(part));
}

/** @param {PartName} part */
function stampPath(part) {
  return projectPath('dist', `build-stamp-${part}.json`);
}

/**
 * @param {PartName} part
 * @returns {Partial<Fingerprint> | undefined}
 */
function readStamp(part) {
  try {
    return JSON.parse(readFileSync(stampPath(part), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} path of a file or folder
 * @param {Fingerprint} total
 */
function addSource(path, total) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  if (stats.isDirectory()) {
    for (const name of readdirSync(path)) addSource(join(path, name), total);
    return;
  }
  total.newest = Math.max(total.newest, stats.mtimeMs);
  total.files += 1;
  total.bytes += stats.size;
}
