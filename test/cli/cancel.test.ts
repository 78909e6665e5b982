import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { endOf, startVeriscope, succeed, type CliRun } from '../helpers/cli.ts';
import { bookContents, lensContents } from '../helpers/import-fixture.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';

const cwd = folderOfFile();
const W = ['--workspace', 'w.veriscope'];

// Windows has no signals: there a program ends another at once.
describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  beforeAll(async () => {
    await succeed(['sample', '--rows', '300', '--seed', '2', '--out', 'small.csv'], { cwd });
    await succeed(['sample', '--rows', '110000', '--seed', '3', '--out', 'large.csv'], { cwd });
    await succeed(['import', 'small.csv', ...W], { cwd });
  });

  it.each(['survey', 'check'])(
    'during an import, at "%s": exit code 130 and the workspace as before',
    async (stage) => {
      const workspace = join(cwd, 'w.veriscope');
      const before = [bookContents(workspace), await lensContents(workspace)];
      const run = await interrupted(['import', 'large.csv', ...W], new RegExp(`^${stage}`, 'm'));
      expect({ code: run.code, out: run.out }).toEqual({ code: 130, out: '' });
      expect(run.err).toMatch(/^veriscope: .*[Cc]ancelled.*\n.*\n {2}\(CANCELLED\)\n$/m);
      expect([bookContents(workspace), await lensContents(workspace)]).toEqual(before);
    },
  );

  it('during the first import leaves no workspace', async () => {
    const run = await interrupted(['import', 'large.csv', '--workspace', 'new.veriscope', '--json'], /^read/m);
    expect(run.code).toBe(130);
    expect(JSON.parse(run.out)).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(existsSync(join(cwd, 'new.veriscope'))).toBe(false);
  });

  it('during a sample leaves no file', async () => {
    const before = readdirSync(cwd);
    const run = await interrupted(['sample', '--rows', '2000000', '--out', 'huge.csv'], /^sample/m);
    expect(run.code).toBe(130);
    expect(readdirSync(cwd)).toEqual(before);
  });

  it('during a query', async () => {
    const started = Date.now();
    const child = startVeriscope(['query', 'SELECT count(*) FROM range(1000000000000) WHERE range % 7 = 3', ...W], {
      cwd,
    });
    const ended = endOf(child);
    setTimeout(() => child.kill('SIGINT'), 2500);
    const { code, err } = await ended;
    expect({ code, err }).toEqual({ code: 130, err: 'veriscope: Cancelled.\n  Nothing was changed.\n  (CANCELLED)\n' });
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});

/** Runs a command and presses Ctrl-C when its progress first matches. */
function interrupted(args: readonly string[], progress: RegExp): Promise<CliRun> {
  const child = startVeriscope(args, { cwd });
  const ended = endOf(child);
  let seen = '';
  const look = (text: string): void => {
    seen += text;
    if (!progress.test(seen)) return;
    child.stderr.off('data', look);
    (child as ChildProcess).kill('SIGINT');
  };
  child.stderr.on('data', look);
  return ended;
}
