import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../scripts/lib/paths.mjs';
import { endOf, startVeriscope, succeed, veriscope } from '../helpers/cli.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';

const cwd = folderOfFile();
const WORKSPACE = ['--workspace', 'some.veriscope'];

describe('help and version', () => {
  it('prints the version', async () => {
    const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };
    expect(await veriscope(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('helps with every command, in 80 columns', async () => {
    const commands = ['', 'open', 'sample', 'import', 'info', 'rejects', 'figures', 'query', 'export', 'report'];
    for (const command of commands) {
      const { code, out, err } = await veriscope([...(command === '' ? [] : [command]), '--help']);
      expect({ command, code, err }).toEqual({ command, code: 0, err: '' });
      expect(out).toMatch(new RegExp(`^Usage: veriscope ${command}`));
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    }
    const { out } = await veriscope(['--help']);
    expect(out.match(/^  [a-z]+(?= )/gm)?.map((name) => name.trim())).toEqual([...commands.slice(1), 'help']);
  });
});

describe.skipIf(process.platform === 'win32')('the output', () => {
  beforeAll(async () => {
    await succeed(['sample', '--rows', '5', '--out', 'sample.csv'], { cwd });
    await succeed(['import', 'sample.csv', ...WORKSPACE], { cwd });
  });

  it('may be closed early by who reads it', async () => {
    const child = startVeriscope(
      ['query', 'FROM range(300000)', ...WORKSPACE, '--limit', '300000', '--format', 'csv'],
      { cwd },
    );
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await endOf(child)).toMatchObject({ code: 0, err: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('tells that it cannot be written', () => {
    const command = `"${process.execPath}" bin/veriscope.mjs query "FROM range(10)" --workspace "${join(cwd, 'some.veriscope')}" > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', cwd: projectPath() });
    expect(status).toBe(2);
    expect(stderr).toContain('The answer could not be written (ENOSPC).');
  });
});

it('a command that only reads makes nothing in a folder that is no workspace', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'other'));
  writeFileSync(join(folder, 'other', 'notes.txt'), 'mine');
  mkdirSync(join(folder, 'text'));
  writeFileSync(join(folder, 'text', 'workspace.sqlite'), 'no database');
  const before = readdirSync(folder, { recursive: true });
  const commands = [
    ['info'],
    ['rejects'],
    ['figures'],
    ['query', 'SELECT 1'],
    ['export', '--table', 'staging', '--out', 'out.csv'],
    ['report', '--out', 'out.html'],
  ];
  for (const workspace of ['missing', 'other', 'text']) {
    const runs = await Promise.all(
      commands.map((command) => veriscope([...command, '--workspace', workspace], { cwd: folder })),
    );
    expect({ workspace, codes: runs.map(({ code }) => code) }).toEqual({ workspace, codes: commands.map(() => 5) });
    expect(runs.map(({ out }) => out).join('')).toBe('');
  }
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
  expect(readFileSync(join(folder, 'text', 'workspace.sqlite'), 'utf8')).toBe('no database');
});
