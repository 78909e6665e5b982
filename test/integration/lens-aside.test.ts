import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareLens } from '../../src/main/engine/lens/prepare-lens.ts';
import { workspacePaths, type WorkspacePaths } from '../../src/main/engine/workspace.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import {
  bookContents,
  importFile,
  importFixture,
  lensContents,
  lensRows,
  refusal,
  type ImportFixture,
  type TableRow,
} from '../helpers/import-fixture.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const [FIRST, SECOND] = [csvText(transactions(40)), csvText(transactions(3000, 100))];

const original = importFixture(folderOfFile());
let contents: Readonly<Record<string, readonly TableRow[]>>;
beforeAll(async () => {
  await original.import(FIRST);
  contents = await lensContents(original.workspace);
});

function withRows(): ImportFixture & { readonly paths: WorkspacePaths } {
  const fixture = importFixture(temporaryFolder(), original.workspace);
  return { ...fixture, paths: workspacePaths(fixture.workspace) };
}

const countRows = async (workspace: string): Promise<unknown> =>
  (await lensRows(workspace, 'SELECT count(*) AS n FROM transform'))[0]?.['n'];

/** Which file has this name, and when it was last written. */
const fileAt = (path: string): string => {
  const { ino, size, mtimeNs } = statSync(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
};

/** A workspace as a process leaves it that was killed after the book's commit and before the lens has its name. */
async function killedBeforeRename(): Promise<ImportFixture & { readonly paths: WorkspacePaths }> {
  const fixture = withRows();
  const old = join(fixture.folder, 'old-lens.duckdb');
  copyFileSync(fixture.paths.lens, old);
  await fixture.import(SECOND);
  renameSync(fixture.paths.lens, fixture.paths.nextLens);
  renameSync(old, fixture.paths.lens);
  return fixture;
}

describe('the lens that is read', () => {
  it('stays the same file with the same answers until an import is whole', async () => {
    const { workspace, write, paths } = withRows();
    const before = fileAt(paths.lens);
    const seen: Promise<unknown>[] = [];
    await importFile(workspace, write(SECOND), {
      onProgress: ({ stage }) => {
        expect(fileAt(paths.lens)).toBe(before);
        if (['check', 'store', 'commit'].includes(stage) && seen.length < 5) seen.push(countRows(workspace));
      },
    });
    // Those that were asked at the end may be answered after it.
    for (const count of await Promise.all(seen)) expect([40, 3040]).toContain(count);
    expect(await seen[0]).toBe(40);
    expect(fileAt(paths.lens)).not.toBe(before);
    expect(await countRows(workspace)).toBe(3040);
    expect(filesBelow(workspace).filter((name) => !/-(wal|shm)$/.test(name))).toEqual([
      'lens.duckdb',
      'workspace.sqlite',
    ]);
  });

  it.each(['read', 'check', 'store'] as const)('is not touched by an import that is cancelled: at %s', async (stop) => {
    const { workspace, write, paths } = withRows();
    const before = fileAt(paths.lens);
    const controller = new AbortController();
    const importing = importFile(workspace, write(SECOND), {
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === stop) controller.abort();
      },
    });
    expect(await refusal(importing)).toMatchObject({ code: 'CANCELLED' });
    expect(await lensContents(workspace)).toEqual(contents);
    expect(fileAt(paths.lens)).toBe(before);
    expect(existsSync(paths.nextLens)).toBe(false);
  });

  it('is not touched where the same file is imported again', async () => {
    const { import: importText, paths } = withRows();
    const before = fileAt(paths.lens);
    expect(await importText(FIRST)).toMatchObject({ outcome: 'already' });
    expect(fileAt(paths.lens)).toBe(before);
  });
});

describe('a next lens that was left behind', () => {
  it('takes the place of the lens where the book has committed: nothing is made anew', async () => {
    const { workspace, paths } = await killedBeforeRename();
    const { ino } = statSync(paths.nextLens);
    expect(await prepareLens(workspace, {})).toMatchObject({ rebuilt: false });
    expect([statSync(paths.lens).ino, existsSync(paths.nextLens)]).toEqual([ino, false]);
    expect(await countRows(workspace)).toBe(3040);
  });

  it('takes the place of the lens also where an import comes first', async () => {
    const { workspace, import: importText, paths } = await killedBeforeRename();
    await importText(csvText(transactions(5, 9000)));
    expect(await countRows(workspace)).toBe(3045);
    expect(await lensRows(workspace, 'SELECT id FROM no_retries ORDER BY id')).toEqual(
      bookContents(workspace).no_retries.map(({ id }) => ({ id })),
    );
    expect(existsSync(paths.nextLens)).toBe(false);
  });

  it.each([
    ['is a copy that a killed import had made', ({ lens, nextLens }: WorkspacePaths) => copyFileSync(lens, nextLens)],
    ['is garbage', ({ nextLens }: WorkspacePaths) => writeFileSync(nextLens, 'garbage'.repeat(5000))],
    ['was not finished', ({ nextLens }: WorkspacePaths) => writeFileSync(`${nextLens}.wal`, 'half a log')],
  ] satisfies [string, (paths: WorkspacePaths) => void][])('and %s is of no use to anyone', async (_, leave) => {
    const { workspace, import: importText, paths } = withRows();
    leave(paths);
    expect(await lensContents(workspace)).toEqual(contents);
    await importText(SECOND);
    expect(await countRows(workspace)).toBe(3040);
    expect([existsSync(paths.nextLens), existsSync(`${paths.nextLens}.wal`)]).toEqual([false, false]);
  });

  it('by a killed process is not taken where its log shows that it was not finished', async () => {
    const { workspace, paths } = await killedBeforeRename();
    writeFileSync(`${paths.nextLens}.wal`, 'half a log');
    expect(await prepareLens(workspace, {})).toMatchObject({ rebuilt: true });
    expect(await countRows(workspace)).toBe(3040);
  });

  it('is read where it stands while the system does not let the old file be replaced', async () => {
    const { workspace, import: importText, paths } = withRows();
    // A folder can be replaced by a file nowhere, as an open file cannot on Windows.
    rmSync(paths.lens);
    mkdirSync(join(paths.lens, 'in-use'), { recursive: true });
    await importText(SECOND);
    expect(existsSync(paths.nextLens)).toBe(true);
    expect(await countRows(workspace)).toBe(3040);
    expect(await prepareLens(workspace, {})).toMatchObject({ rebuilt: false });
    await importText(csvText(transactions(5, 9000)));
    expect(await countRows(workspace)).toBe(3045);
    rmSync(paths.lens, { recursive: true });
    expect(await prepareLens(workspace, {})).toMatchObject({ rebuilt: false });
    expect([statSync(paths.lens).isFile(), existsSync(paths.nextLens)]).toEqual([true, false]);
  });
});

describe('what a killed process had to keep outside its memory', () => {
  it('is removed by the next writer, and what living processes keep is not', async () => {
    const { workspace, import: importText } = withRows();
    // No process has this number: it is beyond what systems give.
    const [left, used] = [`spill-${2 ** 30}-0a1b2c3d`, `spill-${process.pid}-0a1b2c3d`];
    for (const name of [left, used]) {
      mkdirSync(join(workspace, name));
      writeFileSync(join(workspace, name, 'duckdb_temp_storage_DEFAULT-0.tmp'), 'spilled');
    }
    await importText(SECOND);
    expect([existsSync(join(workspace, left)), existsSync(join(workspace, used))]).toEqual([false, true]);
  });
});
