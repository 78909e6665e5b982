import { defineConfig } from '@playwright/test';
import { findElectron } from './src/main/hosts/find-electron.ts';

if (findElectron(import.meta.dirname) === null) {
  const missing = "Electron's binary or the built application is not here (npx install-electron, npm run build)";
  if (process.env['VERISCOPE_NEEDS_ELECTRON'] === '1') throw new Error(`${missing}.`);
  process.stderr.write(`${missing}: the tests in Electron are left out.\n`);
}

/** The application in Electron itself, where its binary is. It needs a display: under Linux, `xvfb-run` gives one. */
export default defineConfig({
  testDir: 'test/e2e-electron',
  outputDir: 'test-results/e2e-electron',
  // Each starts an application of its own; several at a time would share the clipboard and the focus.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e-electron.json' }]],
});
