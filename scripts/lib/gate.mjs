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
  {
    title: 'Types of the window',
    run: () => tool('typescript/bin/tsc', '--project', projectPath('tsconfig.window.json')),
  },
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

/**
 * Units and integration first, then the window in a browser. With arguments, Vitest alone: they are file names.
 * @param {string[]} args
 */
async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'veriscope-test-'));
  const results = join(folder, 'results.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
    const code = await tool('vitest/vitest.mjs', 'run', ...reporters, ...args);
    const counts = [existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : noCounts];
    const windowCode = args.length === 0 ? await runWindowTests(counts) : 0;
    process.stdout.write(countLines(addCounts(counts)));
    return code || windowCode;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {{ numTotalTests: number, numPassedTests: number, numFailedTests: number }} Counts */
/** @type {Counts} */
const noCounts = { numTotalTests: 0, numPassedTests: 0, numFailedTests: 0 };

/** @param {Counts[]} counts gets those of the window's tests */
async function runWindowTests(counts) {
  const results = projectPath('test-results', 'e2e.json');
  rmSync(results, { force: true });
  const code = await tool('@playwright/test/cli.js', 'test');
  if (existsSync(results)) counts.push(windowCounts(JSON.parse(readFileSync(results, 'utf8')).stats));
  return code;
}

/**
 * @param {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @returns {Counts}
 */
function windowCounts({ expected, unexpected, flaky, skipped }) {
  const numTotalTests = expected + unexpected + flaky + skipped;
  return { numTotalTests, numPassedTests: expected, numFailedTests: unexpected + flaky };
}

/** @param {Counts[]} counts */
function addCounts(counts) {
  return counts.reduce((sum, each) => ({
    numTotalTests: sum.numTotalTests + each.numTotalTests,
    numPassedTests: sum.numPassedTests + each.numPassedTests,
    numFailedTests: sum.numFailedTests + each.numFailedTests,
  }));
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
