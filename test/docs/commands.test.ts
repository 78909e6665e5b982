import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstallFresh } from '../../scripts/lib/install-stamp.mjs';
import { projectPath } from '../../scripts/lib/paths.mjs';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { shellBlocks, withoutChances, type DocumentedCommand } from './shell-blocks.ts';

const DOCUMENTS = [
  'README.md',
  ...readdirSync(projectPath('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const read = (file: string): string => readFileSync(projectPath(file), 'utf8');

/** Commands that set a checkout up: never run here, but each script of npm must exist. */
const SETTING_UP = /^(git clone|cd|npm (install|ci|start|test|run [\w-]+))\b/;
const RUN = /^(npx veriscope|sed|cp|mv|mkdir|cat)\b/;

const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

/** A folder for PATH in which `npx veriscope` means the built command line. */
function shims(folder: string): string {
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  const lines = [
    '#!/bin/sh',
    '[ "$1" = veriscope ] || exit 99',
    'shift',
    `exec "${process.execPath}" "${projectPath('bin', 'veriscope.mjs')}" "$@"`,
  ];
  writeFileSync(join(bin, 'npx'), `${lines.join('\n')}\n`);
  chmodSync(join(bin, 'npx'), 0o755);
  return bin;
}

function run(
  command: DocumentedCommand,
  cwd: string,
  bin: string,
): Promise<{ readonly code: number | null; readonly out: string; readonly all: string }> {
  const PATH = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn('sh', ['-c', command.text], { cwd, env: { ...process.env, PATH } });
  let [out, all] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    all += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (all += text));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, out, all }));
  });
}

describe.skipIf(process.platform === 'win32').each(DOCUMENTS)('%s', (file) => {
  const blocks = shellBlocks(read(file));

  it('has commands that end as it says and print what it shows', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const bin = shims(folder);
    for (const { commands, shown } of blocks) {
      let printed = '';
      for (const command of commands) {
        const place = `${file}:${command.line}`;
        if (SETTING_UP.test(command.text)) {
          const script = /^npm (?:run )?([\w-]+)/.exec(command.text)?.[1] ?? 'install';
          expect({ place, known: script === 'install' || script === 'ci' || script in scripts }).toEqual({
            place,
            known: true,
          });
          continue;
        }
        expect(command.text).toMatch(RUN);
        const { code, out, all } = await run(command, folder, bin);
        expect({ place, code, all: code === command.exit ? '' : all }).toEqual({ place, code: command.exit, all: '' });
        printed += code === 0 ? out : all;
      }
      const lines = new Set(printed.split('\n').map(withoutChances));
      const missing = shown.filter((line) => line !== '…' && !lines.has(withoutChances(line)));
      expect({ file, missing, printed: missing.length === 0 ? '' : printed }).toEqual({
        file,
        missing: [],
        printed: '',
      });
    }
  });
});

it.skipIf(!isInstallFresh())(
  'npm start -- --headless shows the sample and says where its report is',
  { timeout: 120_000 },
  () => {
    const home = temporaryFolder();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [projectPath('scripts', 'start.mjs'), '--headless'],
      {
        encoding: 'utf8',
        env: { ...process.env, VERISCOPE_HOME: home },
      },
    );
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Report: .*january-2025\.html$/m);
    expect(existsSync(join(home, 'sample', 'january-2025.html'))).toBe(true);
  },
);
