import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { run } from './lib/child.mjs';
import { isInstallFresh, writeInstallStamp } from './lib/install-stamp.mjs';
import { environmentWithNode24, findNode24, nodeModules, projectPath, projectRoot } from './lib/paths.mjs';
import { SetUpError, say } from './lib/say.mjs';

/** @typedef {import('./lib/child.mjs').RunOptions} RunOptions */
/** @typedef {import('./lib/child.mjs').RunResult} RunResult */

const quietInstall = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Makes the checkout ready to run: dependencies installed and up to date, Node.js 24 at hand.
 * Does nothing when both hold already.
 */
export async function setUp() {
  if (!isInstallFresh()) await installDependencies();
  if (!findNode24()) await restoreNode24();
}

/**
 * Runs Node.js 24, with the locally installed tools first in PATH.
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function runNode24(args, options = {}) {
  const node24 = findNode24();
  if (!node24) throw new SetUpError(missingNode24);
  return run(node24, args, { cwd: projectRoot, ...options, env: { ...environmentWithNode24(node24), ...options.env } });
}

async function installDependencies() {
  const isFirst = !existsSync(nodeModules);
  say(isFirst ? 'Installing dependencies (once, about a minute) ...' : 'Dependencies have changed: installing ...');
  const started = Date.now();
  const { code, output } = await install();
  if (code !== 0) {
    say(output.trim());
    throw new SetUpError(
      'Could not install the dependencies; what npm said is above.\n' +
        'Check the network (and `npm config get registry`), then run the same command again.',
    );
  }
  writeInstallStamp();
  say(`Dependencies are ready (${Math.round((Date.now() - started) / 1000)} s).`);
}

/** `npm ci` where it is possible, else `npm install`, which also repairs the lock file. */
async function install() {
  if (existsSync(projectPath('package-lock.json')) && !isExecutableInUse()) {
    const result = await npm(['ci', ...quietInstall]);
    if (!result.output.includes('EUSAGE')) return result;
    say('package-lock.json is not complete for `npm ci`: using `npm install` ...');
  }
  return npm(['install', ...quietInstall]);
}

/** npm leaves the executable out when install scripts are switched off. */
async function restoreNode24() {
  say('Fetching Node.js 24 ...');
  const { output } = await npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  if (findNode24()) return;
  say(output.trim());
  throw new SetUpError(missingNode24);
}

/** Windows cannot replace an executable that is running, and `npm ci` replaces all of them. */
function isExecutableInUse() {
  return process.platform === 'win32' && process.execPath.startsWith(nodeModules);
}

/** @param {string[]} args */
function npm(args) {
  const { npm_execpath: cli, npm_node_execpath: node = process.execPath } = process.env;
  const env = { ...process.env, VERISCOPE_SETTING_UP: '1' };
  const options = { cwd: projectRoot, env, quiet: true };
  if (cli && basename(cli) === 'npm-cli.js' && existsSync(node)) return run(node, [cli, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

const missingNode24 =
  'Veriscope runs on Node.js 24, which is not installed.\n' +
  'It comes with the npm package `node`: run `npm rebuild node --ignore-scripts=false`, ' +
  'or install Node.js 24 or newer yourself.';
