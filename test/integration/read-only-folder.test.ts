import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import { workspacePaths } from '../../src/main/engine/workspace.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import { importFile, importFixture, refusal, type ImportFixture } from '../helpers/import-fixture.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const READING_CHILD = fileURLToPath(new URL('../helpers/reading-child.ts', import.meta.url));
const isPosix = process.platform !== 'win32';

const original = importFixture(folderOfFile());
beforeAll(async () => {
  await original.import(csvText(transactions(12)));
  // The second leaves the book with a write-ahead log, as most are.
  await original.import(csvText([...transactions(8, 100), transaction(200, { http_code: 'x' })]));
});

const withRows = (): ImportFixture => importFixture(temporaryFolder(), original.workspace);

function change(workspace: string, sql: string): void {
  const book = new Database(workspacePaths(workspace).book);
  book.exec(sql);
  book.close();
}

/** What the ways of reading a workspace come to that nobody may write. */
function readFrozen(workspace: string): unknown {
  const files = [...filesBelow(workspace)];
  for (const name of files) chmodSync(join(workspace, name), 0o444);
  chmodSync(workspace, 0o555);
  chmodSync(join(workspace, '..'), 0o755);
  const { stdout, stderr } = spawnSync(process.execPath, [READING_CHILD, workspace], { encoding: 'utf8' });
  chmodSync(workspace, 0o755);
  expect(stderr).toBe('');
  expect(filesBelow(workspace)).toEqual(files);
  return JSON.parse(stdout);
}

describe.runIf(isPosix)('a workspace in a folder that may not be written', () => {
  const all = [[20, 20], [20, 20], 20, [20, 20], [20, 20], 20, false];

  it('is read like any other', () => {
    const { workspace } = withRows();
    const book = new Database(workspacePaths(workspace).book);
    expect(book.pragma('journal_mode', { simple: true })).toBe('wal');
    book.close();
    expect(readFrozen(workspace)).toEqual(all);
  });

  it.each([
    ['is missing', (workspace: string) => rmSync(workspacePaths(workspace).lens)],
    ['is garbage', (workspace: string) => writeFileSync(workspacePaths(workspace).lens, 'garbage'.repeat(5000))],
    ['is behind', (workspace: string) => change(workspace, "UPDATE state SET stamp = 'another'")],
  ] satisfies [string, (workspace: string) => void][])('whose lens %s gets one in memory', (_, spoil) => {
    const { workspace } = withRows();
    spoil(workspace);
    expect(readFrozen(workspace)).toEqual(all);
  });

  it('whose lens is missing and too large for memory is refused, but its books are told', () => {
    const { workspace } = withRows();
    rmSync(workspacePaths(workspace).lens);
    change(workspace, 'UPDATE runs SET read = read + 1000000, loaded = loaded + 1000000 WHERE id = 1');
    const refused = 'WORKSPACE_NOT_WRITABLE';
    expect(readFrozen(workspace)).toEqual([refused, refused, 1_000_020, refused, refused, 1_000_020, refused]);
  });

  it('and was written by an older build is refused with a sentence', () => {
    const { workspace } = withRows();
    change(workspace, 'PRAGMA user_version = 1');
    const refused = 'WORKSPACE_NOT_WRITABLE';
    expect(readFrozen(workspace)).toEqual(Array.from({ length: 7 }, () => refused));
  });
});

/** Whether a small file system of our own can be mounted, which takes root and a kernel that lets it. */
function mounted(folder: string, megabytes: number): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0;
}

describe('a file system', () => {
  it('that is mounted read-only lets its workspaces be read, even by root', (context) => {
    const { folder, workspace } = withRows();
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    if (!mounted(disk, 8)) return context.skip('a file system cannot be mounted here');
    try {
      const frozen = join(disk, 'frozen.veriscope');
      cpSync(workspace, frozen, { recursive: true });
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      const code = `
        import { keepOpenAccess } from ${JSON.stringify(new URL('../../src/main/engine/keep-open-access.ts', import.meta.url).href)};
        const access = keepOpenAccess();
        console.log(JSON.stringify(await access.withLens(${JSON.stringify(frozen)}, (lens) => lens.rows('SELECT count(*) AS n FROM staging'))));
        await access.dispose();`;
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
      expect(JSON.parse(stdout)).toEqual([{ n: 20 }]);
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });

  it('that is full refuses to make a lens anew, with a sentence, and to import over one that it has', async (context) => {
    const { folder, write } = importFixture();
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const file = write(
      csvText(transactions(2000).map((row, index) => ({ ...row, summary_desc: `${Math.sin(index)}` }))),
    );
    if (!mounted(disk, 12)) return context.skip('a file system of a few megabytes cannot be mounted here');
    const access = keepOpenAccess();
    try {
      const workspace = join(disk, 'full.veriscope');
      await importFile(workspace, file);
      const count = (): Promise<unknown> =>
        access.withLens(workspace, async (lens) => (await lens.row('SELECT count(*) AS n FROM staging'))['n']);
      expect(await count()).toBe(2000);
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize - 300_000));
      expect(await refusal(importFile(workspace, write(csvText(transactions(2000, 5000)))))).toMatchObject({
        code: 'WORKSPACE_DISK_FULL',
      });
      // What was there still answers.
      expect(await count()).toBe(2000);
      await access.release(workspace);
      const { lens } = workspacePaths(workspace);
      const { size } = statSync(lens);
      rmSync(lens);
      writeFileSync(join(disk, 'filler-2'), Buffer.alloc(Math.max(0, size - 8192)));
      expect(await refusal(count())).toMatchObject({ code: 'WORKSPACE_DISK_FULL' });
      expect(readdirSync(workspace).filter((name) => name.startsWith('lens-next'))).toEqual([]);
      rmSync(join(disk, 'filler'));
      expect(await count()).toBe(2000);
      expect(existsSync(lens)).toBe(true);
    } finally {
      await access.dispose();
      execFileSync('umount', ['-l', disk]);
    }
  });
});
