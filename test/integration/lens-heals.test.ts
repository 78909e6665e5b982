import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCurrentLens } from '../../src/main/engine/lens/current-lens.ts';
import { existingWorkspace, withBook, withLens, workspacePaths } from '../../src/main/engine/workspace.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import {
  bookContents,
  importFile,
  importFixture,
  lensContents,
  refusal,
  type ImportFixture,
  type TableRow,
} from '../helpers/import-fixture.ts';
import { madeRows } from '../helpers/staging-maker.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const MADE = csvText(madeRows(300, 11).map(({ cells }) => cells));

type Contents = Readonly<Record<string, readonly TableRow[]>>;

const original = importFixture(folderOfFile());
let contents: Contents;
beforeAll(async () => {
  // Two imports, of which the second adds attempts to processes of the first and leaves gaps between the ids.
  await original.import(MADE);
  const more = madeRows(60, 12).map(({ cells }, index) => (index % 9 === 0 ? { ...cells, http_code: 'x' } : cells));
  await original.import(csvText([...more, ...more.slice(0, 5)]));
  contents = await lensContents(original.workspace);
});

function withRows(folder?: string): ImportFixture & { readonly lens: string } {
  const fixture = importFixture(folder, original.workspace);
  return { ...fixture, lens: workspacePaths(fixture.workspace).lens };
}

async function runOn(lens: string, ...statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(lens);
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

/** Overwrites a share of a file, from a share of its length on. */
function overwrite(file: string, from: number, share: number): void {
  const content = readFileSync(file);
  content.fill(0xa5, Math.floor(content.length * from), Math.floor(content.length * (from + share)));
  writeFileSync(file, content);
}

describe('a lens', () => {
  it.each([
    ['is missing', (lens: string) => rmSync(lens)],
    ['is empty', (lens: string) => writeFileSync(lens, '')],
    ['is text', (lens: string) => writeFileSync(lens, 'a block of text\n'.repeat(5000))],
    ['has lost its end', (lens: string) => truncateSync(lens, Math.floor(readFileSync(lens).length * 0.6))],
    ['has lost all but its beginning', (lens: string) => truncateSync(lens, 20_000)],
    ['has a damaged beginning', (lens: string) => overwrite(lens, 0, 0.001)],
    ['has a damaged middle', (lens: string) => overwrite(lens, 0.3, 0.4)],
    ['is damaged from some way in', (lens: string) => overwrite(lens, 0.1, 0.9)],
    ['has a stray write-ahead log', (lens: string) => writeFileSync(`${lens}.wal`, 'nothing that a log would hold')],
  ] satisfies [string, (lens: string) => void][])(
    'that %s is made anew from the book, the same in every column',
    async (_, damage) => {
      const { workspace, lens, import: importText } = withRows();
      damage(lens);
      expect(await lensContents(workspace)).toEqual(contents);
      expect((await importText(csvText(transactions(5)))).ledger.loaded).toBe(5);
    },
  );

  it.each([
    ['bears another stamp', ["UPDATE lens_stamp SET stamp = 'older'"]],
    ['bears no stamp', ['DELETE FROM lens_stamp']],
    ['has another layout', ["UPDATE lens_stamp SET layout = 'older'"]],
    [
      'has a stamp of another form',
      ['DROP TABLE lens_stamp', 'CREATE TABLE lens_stamp (mark INTEGER)', 'INSERT INTO lens_stamp VALUES (1)'],
    ],
    ["is another program's database", ['DROP TABLE lens_stamp', 'CREATE TABLE other (a INTEGER)']],
    [
      'holds nothing',
      [
        'DROP VIEW no_retries',
        'DROP VIEW transform',
        'DROP VIEW staging',
        'DROP TABLE transactions',
        'DROP TABLE lens_stamp',
      ],
    ],
  ] satisfies [string, string[]][])('that %s is made anew from the book', async (_, statements) => {
    const { workspace, lens } = withRows();
    await runOn(lens, ...statements);
    expect(await lensContents(workspace)).toEqual(contents);
  });

  it('is damaged and an import comes next: it is loaded into a lens made anew', async () => {
    const { workspace, lens, import: importText } = withRows();
    overwrite(lens, 0.2, 0.7);
    expect((await importText(csvText(transactions(5)))).ledger.loaded).toBe(5);
    expect((await lensContents(workspace))['staging']).toHaveLength((contents['staging']?.length ?? 0) + 5);
  });

  it('is clean of what a killed import or rebuild left behind', async () => {
    const { workspace, lens } = withRows();
    const clean = filesBelow(workspace);
    await runOn(join(workspace, 'import-in-progress.duckdb'), 'CREATE TABLE incoming (a INTEGER)');
    writeFileSync(join(workspace, 'import-in-progress.duckdb.wal'), 'half');
    mkdirSync(`${lens}.tmp`);
    writeFileSync(join(`${lens}.tmp`, 'duckdb_temp_storage-0.tmp'), 'spilled');
    rmSync(lens);
    expect(await lensContents(workspace)).toEqual(contents);
    expect(filesBelow(workspace)).toEqual(clean);
  });

  it('neither shows nor keeps rows that a killed import had read and not yet numbered', async () => {
    const { workspace, lens, import: importText } = withRows();
    await runOn(lens, "INSERT INTO transactions (file_token, x_epoch_us) VALUES ('left', 1), ('behind', 2)");
    expect(await lensContents(workspace)).toEqual(contents);
    expect((await importText(csvText(transactions(5)))).ledger.loaded).toBe(5);
    await withLens(workspace, async (session) => {
      expect(await session.rows('SELECT count(*) AS n FROM transactions WHERE id IS NULL')).toEqual([{ n: 0 }]);
    });
  });

  it('in a folder whose name speaks of locks and blocks is healed like any other', async () => {
    const folder = join(temporaryFolder(), 'unlocked blocks');
    mkdirSync(folder);
    const { workspace, lens } = withRows(folder);
    writeFileSync(lens, 'garbage'.repeat(10_000));
    expect(await lensContents(workspace)).toEqual(contents);
  });

  it('that another process holds open is said to be locked, and not harmed', async () => {
    const { workspace, lens, write } = withRows();
    const { spawn } = await import('node:child_process');
    const code = `
      const { DuckDBInstance } = await import(${JSON.stringify(import.meta.resolve('@duckdb/node-api'))});
      const instance = await DuckDBInstance.create(${JSON.stringify(lens)});
      process.stdout.write('open');
      setInterval(() => instance, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await new Promise((resolve) => child.stdout.once('data', resolve));
      expect(await refusal(lensContents(workspace))).toMatchObject({ code: 'WORKSPACE_LOCKED' });
      expect(await refusal(importFile(workspace, write(csvText(transactions(3)))))).toMatchObject({
        code: 'WORKSPACE_LOCKED',
      });
    } finally {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
    }
    expect(await lensContents(workspace)).toEqual(contents);
  });

  it('tells how far it is made anew', async () => {
    const { workspace, lens } = withRows();
    rmSync(lens);
    const progress: [number, number][] = [];
    const paths = existingWorkspace(workspace);
    const onRebuild = (rows: number, total: number): void => void progress.push([rows, total]);
    await withBook(paths, 'read', async (book) => {
      (await openCurrentLens(paths, book, { memory: 360, onRebuild })).database.close();
    });
    // A chunk of rows is one step: fewer rows take none.
    expect(progress.every(([rows, total]) => rows <= total && total === contents['staging']?.length)).toBe(true);
    expect(existsSync(lens)).toBe(true);
  });

  it('of a workspace without any row is empty', async () => {
    const fixture = importFixture();
    await fixture.import(csvText([]));
    rmSync(workspacePaths(fixture.workspace).lens);
    expect(await lensContents(fixture.workspace)).toEqual({ staging: [], transform: [], no_retries: [] });
    expect(bookContents(fixture.workspace).runs).toHaveLength(1);
  });
});
