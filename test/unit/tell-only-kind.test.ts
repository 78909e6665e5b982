import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectPath } from '../../scripts/lib/paths.mjs';

const MODULE = projectPath('src/main/process/tell-only-kind.ts');

/** Runs a line of code in a process that tells only the kind of its errors. */
function run(code: string, env: NodeJS.ProcessEnv = {}): { readonly status: number | null; readonly stderr: string } {
  const program = `import { tellOnlyKind } from ${JSON.stringify(MODULE)}; tellOnlyKind('engine'); ${code}`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { ...process.env, VERISCOPE_DEBUG: '', ...env },
  });
  return { status, stderr };
}

test.each([
  ['an error', "throw new RangeError('of Ana 12345678Z')", 'RangeError'],
  [
    'a rejection',
    "await Promise.resolve(); void Promise.reject(new TypeError('of Ana 12345678Z')); await new Promise(() => setTimeout(() => {}, 1000))",
    'TypeError',
  ],
  [
    'a system error',
    "await import('node:fs').then((fs) => fs.readFileSync('/nowhere/Ana 12345678Z'))",
    'Error, ENOENT',
  ],
  ['a thrown text', "throw 'Ana 12345678Z'", 'string'],
])('%s that nobody foresaw ends the process by its kind alone', (_what, code, kind) => {
  expect(run(code)).toEqual({ status: 70, stderr: `veriscope: the engine failed (${kind}).\n` });
});

test('VERISCOPE_DEBUG=1 prints all of it', () => {
  const { status, stderr } = run("throw new RangeError('of Ana')", { VERISCOPE_DEBUG: '1' });
  expect(status).toBe(70);
  expect(stderr).toContain('RangeError: of Ana\n    at ');
});
