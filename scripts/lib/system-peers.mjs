import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { SetUpError, say } from './say.mjs';

/**
 * @typedef {object} Peer A program outside the project that tests compare with or need to run.
 * @property {string} package name of the Debian package
 * @property {string[]} commands any one of these will do
 */

/** @type {Peer[]} */
export const peers = [
  { package: 'sqlite3', commands: ['sqlite3'] },
  { package: 'chromium', commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] },
  { package: 'xvfb', commands: ['Xvfb'] },
  { package: 'procps', commands: ['pgrep'] },
];

/** Installs what is missing where that can be done unasked; elsewhere says so, and in CI on Linux fails. */
export async function ensureSystemPeers() {
  if (missingPeers().length > 0 && canInstall()) await installPackages(missingPeers());
  const missing = missingPeers();
  if (missing.length === 0) return;
  const hint = `Missing on this machine: ${missing.join(', ')}`;
  if (process.env['CI'] === 'true' && process.platform === 'linux') {
    throw new SetUpError(
      `${hint}.\nIn CI no test may be left out: install them (apt-get install ${missing.join(' ')}).`,
    );
  }
  say(`${hint}; the tests that compare with them are left out.`);
}

/** @returns {string[]} the packages of the peers that are not in PATH */
function missingPeers() {
  return peers.filter(({ commands }) => !commands.some(isInPath)).map((peer) => peer.package);
}

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && isInPath('apt-get');
}

/** @param {string[]} packages */
async function installPackages(packages) {
  say(`Installing ${packages.join(', ')} ...`);
  const install = ['install', '--yes', '--quiet', '--no-install-recommends', ...packages];
  if ((await aptGet(install)).code === 0) return;
  await aptGet(['update', '--quiet']);
  const { code, output } = await aptGet(install);
  if (code !== 0) say(output.trim());
}

/** @param {string[]} args */
function aptGet(args) {
  return run('apt-get', args, { quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/** @param {string} command */
function isInPath(command) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command + suffix), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
