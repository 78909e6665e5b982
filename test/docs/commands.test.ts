import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
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

/** Commands that show a window or an address and stay: they are asked for the window and ended by Ctrl-C. */
const STAYING = /^(npm start|npx veriscope open)\b/;
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

/** Starts a command that stays, without a display, and gives how the window's page was answered and how the command ended. */
async function visit(
  command: DocumentedCommand,
  cwd: string,
  bin: string,
): Promise<{ page: number; code: number | null }> {
  const start = `"${process.execPath}" "${projectPath('scripts', 'start.mjs')}"`;
  const text = command.text.replace(/^npm start(?: --(?= ))?/, start);
  const PATH = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH, DISPLAY: '', WAYLAND_DISPLAY: '', VERISCOPE_HOME: join(cwd, '.home') };
  const child = spawn('sh', ['-c', `exec ${text}`], {
    cwd,
    env: { ...env, INIT_CWD: cwd },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = await Promise.race([
    new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve)),
    ended.then((code) => `it ended with ${code}`),
  ]);
  const page = await fetch(address.trim());
  child.kill('SIGINT');
  return { page: page.status, code: await ended };
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
        if (STAYING.test(command.text) && (isInstallFresh() || !command.text.startsWith('npm'))) {
          expect({ place, ...(await visit(command, folder, bin)) }).toEqual({ place, page: 200, code: command.exit });
          continue;
        }
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
