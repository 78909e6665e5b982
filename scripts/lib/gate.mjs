import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode24 } from '../set-up.mjs';
import { projectPath } from './paths.mjs';
import { say } from './say.mjs';

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {() => Promise<number>} run gives an exit code
 */

/** What every change must pass, quickest first. @type {Step[]} */
export const fastSteps = [
  { title: 'Format', run: () => tool('oxfmt/bin/oxfmt', '--check') },
  { title: 'Lint', run: () => tool('oxlint/bin/oxlint') },
  { title: 'Types', run: () => tool('typescript/bin/tsc', '--project', projectPath('tsconfig.json')) },
  { title: 'Build', run: async () => (await runNode24([projectPath('scripts', 'build.mjs')])).code },
];

/**
 * The tests, closed by a line of counts that a program can read.
 * @param {string[]} args handed to Vitest
 * @returns {Step}
 */
export function testStep(args) {
  return { title: 'Tests', run: () => runTests(args) };
}

/**
 * Runs the steps in order and stops at the first failure.
 * @param {Step[]} steps
 * @returns {Promise<number>} the exit code of the step that failed, or 0
 */
export async function runSteps(steps) {
  for (const { title, run } of steps) {
    process.stdout.write(`\n== ${title} ==\n`);
    const code = await run();
    if (code === 0) continue;
    say(`\n${title} failed (exit code ${code}).`);
    return code;
  }
  return 0;
}

/**
 * @param {string} script path inside node_modules
 * @param {string[]} args
 */
async function tool(script, ...args) {
  return (await runNode24([projectPath('node_modules', script), ...args])).code;
}

/** @param {string[]} args */
async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'veriscope-test-'));
  const results = join(folder, 'results.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
    const code = await tool('vitest/vitest.mjs', 'run', ...reporters, ...args);
    if (existsSync(results)) process.stdout.write(countLines(JSON.parse(readFileSync(results, 'utf8'))));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {{ numTotalTests: number, numPassedTests: number, numFailedTests: number }} counts
 * @returns {string} Vitest's own line of counts, then a plain one
 */
export function countLines({ numTotalTests: total, numPassedTests: passed, numFailedTests: failed }) {
  const skipped = total - passed - failed;
  const parts = [failed > 0 && `${failed} failed`, `${passed} passed`, skipped > 0 && `${skipped} skipped`];
  return `      Tests  ${parts.filter(Boolean).join(' | ')} (${total})\n${passed} passed, ${failed} failed\n`;
}
