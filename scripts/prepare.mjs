import { existsSync } from 'node:fs';
import { writeInstallStamp } from './lib/install-stamp.mjs';
import { findNode24, nodeModules, projectPath } from './lib/paths.mjs';
import { say } from './lib/say.mjs';
import { runNode24 } from './set-up.mjs';

// npm runs this after `npm install`: it must never be the reason why an installation fails.
const hasDevDependencies = existsSync(`${nodeModules}/vite/package.json`);
const isOurOwnSetUp = process.env['VERISCOPE_SETTING_UP'] === '1';

if (hasDevDependencies && !isOurOwnSetUp) {
  writeInstallStamp();
  if (findNode24() && existsSync(projectPath('src', 'cli', 'main.ts'))) {
    const { code } = await runNode24([projectPath('scripts', 'build.mjs')]);
    if (code !== 0) say('Veriscope could not be built now; `npm run build` shows why.');
  }
}
