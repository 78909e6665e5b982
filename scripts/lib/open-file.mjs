import { spawn } from 'node:child_process';

/**
 * Whether a person can see a window that this process opens.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (env['CI']) return false;
  return platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * Opens a file with the program the desktop has for it.
 * @param {string} path
 * @returns {Promise<boolean>} whether the desktop could be asked
 */
export function openFile(path) {
  const [command, args] = openerOf(path);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/**
 * @param {string} path
 * @returns {[string, string[]]}
 */
function openerOf(path) {
  if (process.platform === 'darwin') return ['open', [path]];
  // `start` takes its first quoted argument for a window title.
  if (process.platform === 'win32') return ['cmd', ['/c', `start "" "${path}"`]];
  return ['xdg-open', [path]];
}
