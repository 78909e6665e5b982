import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodeOf, run } from '../../scripts/lib/child.mjs';
import { countLines } from '../../scripts/lib/gate.mjs';
import { environmentWithNode24 } from '../../scripts/lib/paths.mjs';

describe('exit codes', () => {
  test.each([
    [0, null, 0],
    [3, null, 3],
    [null, 'SIGINT', 130],
    [null, 'SIGTERM', 143],
    [null, null, 1],
  ] as const)('code %s with signal %s is %s', (code, signal, expected) => {
    expect(exitCodeOf(code, signal)).toBe(expected);
  });

  test('a child passes its own on', async () => {
    const result = await run(process.execPath, ['-e', 'console.log("seen"); process.exit(7)'], { quiet: true });
    expect(result).toEqual({ code: 7, output: 'seen\n' });
  });

  test('a command that is not there gives 127', async () => {
    const { code } = await run('veriscope-no-such-command', [], { quiet: true });
    expect(code).toBe(127);
  });
});

test.each([
  [{ numTotalTests: 12, numPassedTests: 12, numFailedTests: 0 }, '12 passed (12)', '12 passed, 0 failed'],
  [
    { numTotalTests: 9, numPassedTests: 6, numFailedTests: 2 },
    '2 failed | 6 passed | 1 skipped (9)',
    '6 passed, 2 failed',
  ],
])('counts %o', (counts, line, plain) => {
  expect(countLines(counts)).toBe(`      Tests  ${line}\n${plain}\n`);
});

test('the environment for Node.js 24 has its folder first in PATH, once', () => {
  const env = environmentWithNode24(join('/opt', 'node24', 'node'));
  const paths = Object.entries(env).filter(([name]) => name.toUpperCase() === 'PATH');
  expect(paths).toHaveLength(1);
  expect(paths[0]?.[1]?.startsWith(join('/opt', 'node24'))).toBe(true);
});
