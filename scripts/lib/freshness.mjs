import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectPath } from './paths.mjs';

/**
 * @typedef {object} Fingerprint What the sources looked like, in three numbers that need no file to be read.
 * @property {number} newest latest modification time, in milliseconds
 * @property {number} files
 * @property {number} bytes
 */

const sourceFolders = ['src', 'resources'];
const sourceFiles = ['vite.config.ts', 'package-lock.json'];

/** The bundle that bin/veriscope.mjs loads. */
export const bundlePath = projectPath('dist', 'cli', 'veriscope.js');

const stampPath = projectPath('dist', 'build-stamp.json');

/**
 * Looks at everything that can change the bundle.
 * @returns {Fingerprint | undefined} undefined in an installed package, which has no sources
 */
export function fingerprintSources() {
  if (!statSync(projectPath('src'), { throwIfNoEntry: false })) return undefined;
  const total = { newest: 0, files: 0, bytes: 0 };
  for (const file of sourceFiles) addFile(projectPath(file), total);
  for (const folder of sourceFolders) addFolder(projectPath(folder), total);
  return total;
}

/** @returns {boolean} whether the bundle exists and was made from the sources as they are now */
export function isBuildFresh() {
  if (!statSync(bundlePath, { throwIfNoEntry: false })) return false;
  const now = fingerprintSources();
  if (!now) return true;
  const built = readStamp();
  return built?.newest === now.newest && built.files === now.files && built.bytes === now.bytes;
}

/**
 * Records that the bundle was made from these sources.
 * @param {Fingerprint} fingerprint
 */
export function writeStamp(fingerprint) {
  mkdirSync(dirname(stampPath), { recursive: true });
  const partial = `${stampPath}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(fingerprint));
  renameSync(partial, stampPath);
}

/** @returns {Partial<Fingerprint> | undefined} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampPath, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {Fingerprint} total
 */
function addFolder(folder, total) {
  if (!statSync(folder, { throwIfNoEntry: false })) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(path, total);
    else addFile(path, total);
  }
}

/**
 * @param {string} path
 * @param {Fingerprint} total
 */
function addFile(path, total) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  total.newest = Math.max(total.newest, stats.mtimeMs);
  total.files += 1;
  total.bytes += stats.size;
}
