import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder npm installs into. */
export const nodeModules = join(projectRoot, 'node_modules');

/** The Node.js version the project runs on; older ones crash inside the native modules. */
export const requiredNodeMajor = 24;

/** @returns {string} an absolute path inside the project */
export function projectPath(/** @type {string[]} */ ...parts) {
  return join(projectRoot, ...parts);
}

/** @returns {boolean} whether the running Node.js is new enough */
export function isRunningNode24() {
  return Number.parseInt(process.versions.node, 10) >= requiredNodeMajor;
}

/**
 * The Node.js 24 to run things with: the installed one first, else the running one when it is new enough.
 * @returns {string | undefined} path of an executable, or undefined when there is none
 */
export function findNode24() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = join(nodeModules, 'node', 'bin', name);
  if (existsSync(installed)) return installed;
  return isRunningNode24() ? process.execPath : undefined;
}

/**
 * The environment in which `node` means Node.js 24 and locally installed tools are found by name.
 * @param {string} node24 path of the Node.js 24 executable
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentWithNode24(node24) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const first = [dirname(node24), join(nodeModules, '.bin')];
  return { ...process.env, [key]: [...first, process.env[key] ?? ''].join(delimiter) };
}
