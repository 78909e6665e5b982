import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeModules, projectPath } from './paths.mjs';

const stampPath = join(nodeModules, '.veriscope-set-up');
const dependencyFields = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides', 'allowScripts'];

/** @returns {boolean} whether node_modules holds what package.json and package-lock.json ask for */
export function isInstallFresh() {
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wantedInstall();
}

/** Records that node_modules now holds what package.json and package-lock.json ask for. */
export function writeInstallStamp() {
  writeFileSync(stampPath, wantedInstall());
}

/** @returns {string} a hash that changes when a dependency does, and not when the rest of package.json does */
function wantedInstall() {
  const manifest = readJson('package.json');
  const wanted = dependencyFields.map((field) => manifest[field] ?? {});
  const { '': _root, ...locked } = readJson('package-lock.json')['packages'] ?? {};
  return createHash('sha256')
    .update(JSON.stringify([wanted, locked]))
    .digest('hex');
}

/**
 * @param {string} name
 * @returns {Record<string, any>} empty when the file is missing or no JSON
 */
function readJson(name) {
  try {
    return JSON.parse(readFileSync(projectPath(name), 'utf8'));
  } catch {
    return {};
  }
}
