import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { projectPath } from '../../scripts/lib/paths.mjs';
import { CallClient } from '../../src/shared/rpc/call-client.ts';
import { resetElectron } from '../helpers/electron-double/electron.ts';
import { MessageChannelMain } from '../helpers/electron-double/message-channel.ts';
import { UtilityProcess } from '../helpers/electron-double/utility-process.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';

/** After this mark an Electron binary bears its fuses: a version, their number, and a digit for each. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const MEBIBYTE = 1024 * 1024;

interface Entry {
  readonly size: number;
  readonly unpacked: boolean;
}

const folder = folderOfFile();
const resources = join(folder, 'packages', 'linux-unpacked', 'resources');
const unpacked = (...parts: string[]): string => join(resources, 'app.asar.unpacked', ...parts);
let entries = new Map<string, Entry>();

/** Packs for Linux with a stand-in for Electron's own files, which need a network. */
function pack(): void {
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'resources'), { recursive: true });
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(electron, name), '');
  writeFileSync(join(electron, 'electron'), `${FUSES}\x01\x09101111111`, { mode: 0o755 });
  const settings = [`-c.electronDist=${electron}`, `-c.directories.output=${join(folder, 'packages')}`];
  const args = [projectPath('scripts', 'package.mjs'), '--linux', 'dir', '--x64', ...settings];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: projectPath(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`packing failed: ${stdout}${stderr}`);
}

const Node = z.object({
  files: z.record(z.string(), z.unknown()).optional(),
  size: z.number().optional(),
  unpacked: z.boolean().optional(),
});

/** The files that an archive tells of in its head, those beside it included. */
function listArchive(path: string): Map<string, Entry> {
  const archive = readFileSync(path);
  const found = new Map<string, Entry>();
  const walk = (given: unknown, at: string): void => {
    const { files, size = 0, unpacked: isUnpacked = false } = Node.parse(given);
    if (files === undefined) found.set(at, { size, unpacked: isUnpacked });
    else for (const [name, child] of Object.entries(files)) walk(child, at === '' ? name : `${at}/${name}`);
  };
  walk(JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))), '');
  return found;
}

/** What a bundle asks of packages, from its static and dynamic imports and its requires. */
function packagesOf(code: string): string[] {
  const specifiers = [
    ...code.matchAll(/(?:^|\n)import[^'"\n]*['"]([^'"]+)['"]|(?:import|require)\(['"]([^'"]+)['"]\)/g),
  ];
  return [
    ...new Set(
      specifiers
        .map(([, fixed, lazy]) => fixed ?? lazy ?? '')
        .filter((name) => !name.startsWith('.') && !isBuiltin(name)),
    ),
  ].toSorted();
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the packed application', () => {
  beforeAll(() => {
    pack();
    entries = listArchive(join(resources, 'app.asar'));
  }, 300_000);

  it('holds what it starts with', () => {
    const needed = [
      'package.json',
      'dist/electron/main.js',
      'dist/preload/preload.cjs',
      'dist/renderer/index.html',
      'dist/node/engine-utility.js',
      'dist/node/job-thread.js',
      'dist/node/book-writer-thread.js',
      'resources/icons/256x256.png',
      'LICENSE',
    ];
    expect(needed.filter((path) => !entries.has(path))).toEqual([]);
  });

  it('holds nothing else: no sources, tests, maps, and no package that is in the bundles or unused', () => {
    const paths = [...entries.keys()];
    const ours = paths.filter((path) => !path.startsWith('node_modules/'));
    const known = /^(package\.json|LICENSE|resources\/icons\/256x256\.png|dist\/(electron|preload|renderer|node)\/.+)$/;
    expect(ours.filter((path) => !known.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.(map|ts|mts|cts|tsx|md|gyp|c|cpp|h|sqlite|csv)$/.test(path))).toEqual([]);
    expect(
      paths.filter((path) => /(^|\/)(tests?|benchmark|docs|veriscope\.js|engine-process\.js)(\/|$)/.test(path)),
    ).toEqual([]);
    const packages = new Set(
      paths
        .filter((path) => path.startsWith('node_modules/'))
        .map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]),
    );
    expect(packages).toEqual(
      new Set([
        '@duckdb/node-api',
        '@duckdb/node-bindings',
        '@duckdb/node-bindings-linux-x64',
        'better-sqlite3',
        'detect-libc',
      ]),
    );
  });

  it('keeps the engine, its threads and the native modules of this computer beside the archive', () => {
    const beside = [...entries].filter(([, { unpacked: isBeside }]) => isBeside).map(([path]) => path);
    expect(beside.filter((path) => path.endsWith('.node')).toSorted()).toEqual([
      'node_modules/@duckdb/node-bindings-linux-x64/duckdb.node',
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]);
    const within = [...entries.keys()].filter((path) => !beside.includes(path));
    expect(within.filter((path) => path.startsWith('dist/node/') || path.startsWith('node_modules/'))).toEqual([]);
    expect(beside.filter((path) => !existsSync(unpacked(path)))).toEqual([]);
  });

  it('asks for no package that it does not hold', () => {
    expect(packagesOf(readFileSync(projectPath('dist', 'packing', 'electron', 'main.js'), 'utf8'))).toEqual([
      'electron',
    ]);
    expect(packagesOf(readFileSync(projectPath('dist', 'packing', 'preload', 'preload.cjs'), 'utf8'))).toEqual([
      'electron',
    ]);
    const engine = readdirSync(unpacked('dist', 'node'))
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => packagesOf(readFileSync(unpacked('dist', 'node', name), 'utf8')));
    expect([...new Set(engine)].toSorted()).toEqual(['@duckdb/node-api', 'better-sqlite3']);
  });

  it('is of a sane size', () => {
    const sizeOf = (path: string): number =>
      statSync(path).isDirectory()
        ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
        : statSync(path).size;
    expect(sizeOf(join(resources, 'app.asar'))).toBeLessThan(12 * MEBIBYTE);
    expect(sizeOf(unpacked())).toBeLessThan(110 * MEBIBYTE);
  });

  it('cannot be made to run as Node, to take Node options or another application', () => {
    const binary = readFileSync(join(resources, '..', 'veriscope'), 'latin1');
    const fuses = binary.slice(binary.indexOf(FUSES) + FUSES.length + 2);
    const [runAsNode, encryptedCookies, nodeOptions, inspect, integrity, onlyAsar, , filePrivileges] = fuses;
    expect({ runAsNode, encryptedCookies, nodeOptions, inspect, integrity, onlyAsar, filePrivileges }).toEqual({
      runAsNode: '0',
      encryptedCookies: '1',
      nodeOptions: '0',
      inspect: '0',
      integrity: '1',
      onlyAsar: '1',
      filePrivileges: '0',
    });
  });

  it('has an engine that runs from where it lies', async () => {
    onTestFinished(resetElectron);
    const engine = UtilityProcess.fork(unpacked('dist', 'node', 'engine-utility.js'), [], { env: process.env });
    const { port1, port2 } = new MessageChannelMain();
    engine.postMessage({ kind: 'line', window: 1 }, [port1]);
    const calls = new CallClient({
      post: (message) => port2.postMessage(message),
      onMessage: (listener) => {
        port2.on('message', ({ data }: { readonly data: unknown }) => {
          if (data instanceof Uint8Array) listener(data);
        });
        port2.start();
      },
      onClose: (listener) => void port2.once('close', listener),
      close: () => port2.close(),
    });
    const home = temporaryFolder();
    const [file, workspace] = [join(home, 'sample.csv'), join(home, 'sample.veriscope')];
    expect(await calls.invoke('sample.write', { rows: 50, out: file })).toMatchObject({ ok: true });
    expect(await calls.invoke('import.csv', { workspace, file })).toMatchObject({ ok: true });
    const answer = await calls.invoke('figures.compute', { workspace, table: 'transform', where: [] });
    expect(answer).toMatchObject({ ok: true });
    calls.close();
  });
});
