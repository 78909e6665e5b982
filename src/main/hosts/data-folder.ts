import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the application keeps what is its own (settings, recent workspaces, state of views), by the platform's custom. */
export function dataFolder(env = process.env, platform = process.platform, home = homedir()): string {
  const chosen = env['VERISCOPE_HOME'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Veriscope');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Veriscope');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'veriscope');
}
