import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder of the user's data directory in which `npm start` keeps the sample, its workspace and its report.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @param {string} [home]
 * @returns {string}
 */
export function sampleFolder(env = process.env, platform = process.platform, home = homedir()) {
  return join(env['VERISCOPE_HOME'] || dataFolder(env, platform, home), 'sample');
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
function dataFolder(env, platform, home) {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Veriscope');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Veriscope');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'veriscope');
}
