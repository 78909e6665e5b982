import { defineConfig } from '@playwright/test';

/** The window in a real browser, over the web host. The browser is the system's own: none is fetched. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  // Quiet, no test takes half a minute; beside other work everything takes several times as long.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' },
    // A trace of every test would take a third of the time: ask for one with --trace on.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'window', testIgnore: /cancel\.spec/ },
    // What is held to a time runs when no other browser does.
    { name: 'alone', testMatch: /cancel\.spec/, fullyParallel: false, dependencies: ['window'] },
  ],
});
