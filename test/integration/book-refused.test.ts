import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { GUESS_READING } from '../../src/shared/contract/preview.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../src/main/engine/book/book-schema.ts';
import { openBook } from '../../src/main/engine/book/open-book.ts';
import { withLens, workspacePaths } from '../../src/main/engine/workspace.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import {
  bookContents,
  bookRows,
  importFile,
  importFixture,
  refusal,
  type ImportFixture,
} from '../helpers/import-fixture.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const TEXT = csvText(transactions(5));
const reading = (workspace: string): Promise<unknown> =>
  withLens(workspace, async (lens) => lens.rows('SELECT 1 AS one FROM staging'));

const original = importFixture(folderOfFile());
beforeAll(async () => {
  await original.import(TEXT);
});

function withRows(): ImportFixture & { readonly book: string } {
  const fixture = importFixture(temporaryFolder(), original.workspace);
  return { ...fixture, book: workspacePaths(fixture.workspace).book };
}

describe('the book of a workspace', () => {
  it.each([
    [
      'is garbage',
      (book: string) =>
        writeFileSync(book, Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 31) % 251))),
    ],
    ['is text', (book: string) => writeFileSync(book, 'not a database at all\n'.repeat(100))],
    [
      'has lost its second half',
      (book: string) => truncateSync(book, Math.floor(readFileSync(book).length / 2 / 8192) * 8192),
    ],
    [
      'has a page overwritten',
      (book: string) => {
        const content = readFileSync(book);
        content.fill(0xa5, 3 * 8192, 5 * 8192);
        writeFileSync(book, content);
      },
    ],
  ] satisfies [string, (book: string) => void][])(
    'that %s is refused as damaged, for reading and importing, and left alone',
    async (_, damage) => {
      const { workspace, book, import: importText } = withRows();
      damage(book);
      const before = readFileSync(book);
      expect(await refusal(reading(workspace))).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
      expect(await refusal(importText(csvText(transactions(5, 10))))).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
      expect(readFileSync(book).equals(before)).toBe(true);
    },
  );

  it("that is another program's database is refused and left alone", async () => {
    const { workspace, write } = importFixture();
    mkdirSync(workspace);
    const { book } = workspacePaths(workspace);
    const foreign = new Database(book);
    foreign.exec('CREATE TABLE runs (id INTEGER); INSERT INTO runs VALUES (1)');
    foreign.close();
    const before = readFileSync(book);
    expect(await refusal(reading(workspace))).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    expect(await refusal(importFile(workspace, write(TEXT)))).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    expect(readFileSync(book).equals(before)).toBe(true);
  });

  it('that a newer build wrote is refused', async () => {
    const { workspace, book, import: importText } = withRows();
    const newer = new Database(book);
    newer.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    newer.close();
    expect(await refusal(reading(workspace))).toMatchObject({ code: 'WORKSPACE_TOO_NEW' });
    expect(await refusal(importText(csvText(transactions(5, 10))))).toMatchObject({ code: 'WORKSPACE_TOO_NEW' });
  });

  it('that another connection is writing is refused as locked', async () => {
    const { workspace, book, import: importText } = withRows();
    const other = new Database(book);
    other.exec('BEGIN IMMEDIATE');
    try {
      expect(await refusal(importText(csvText(transactions(5, 10))))).toMatchObject({ code: 'WORKSPACE_LOCKED' });
    } finally {
      other.exec('ROLLBACK');
      other.close();
    }
    expect(bookContents(workspace).staging).toHaveLength(5);
    expect((await importText(csvText(transactions(5, 10)))).ledger.loaded).toBe(5);
  });

  it('is marked as ours and carries its version', async () => {
    const { book } = withRows();
    const database = openBook(book, 'read');
    expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(database.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
  });

  it('that is empty, because its making was interrupted, is made', async () => {
    const { workspace, write } = importFixture();
    mkdirSync(workspace);
    writeFileSync(workspacePaths(workspace).book, '');
    expect((await importFile(workspace, write(TEXT))).ledger.loaded).toBe(5);
  });

  it('refuses a row whose books do not balance', async () => {
    const { workspace, book } = withRows();
    const database = new Database(book);
    expect(() => database.exec('UPDATE runs SET loaded = loaded + 1')).toThrow(/CHECK/);
    database.close();
    expect(bookRows(workspace, 'SELECT loaded FROM runs')).toEqual([{ loaded: 5 }]);
  });
});

describe('the folder of a workspace', () => {
  it('that does not exist, or holds no workspace, cannot be read', async () => {
    const { folder, workspace } = importFixture();
    for (const path of [workspace, folder])
      expect(await refusal(reading(path))).toMatchObject({ code: 'WORKSPACE_NOT_FOUND' });
  });

  it('that holds other things is not taken', async () => {
    const { folder, write } = importFixture();
    const file = write(TEXT, 'a.csv');
    expect(await refusal(importFile(folder, file))).toMatchObject({ code: 'WORKSPACE_NOT_FOUND' });
    expect(filesBelow(folder)).toEqual(['a.csv']);
  });

  it('that cannot be made is said to be', async () => {
    const { folder, write } = importFixture();
    const file = write(TEXT, 'a.csv');
    expect(await refusal(importFile(join(file, 'below-a-file'), file))).toMatchObject({
      code: 'WORKSPACE_NOT_WRITABLE',
    });
    expect(filesBelow(folder)).toEqual(['a.csv']);
  });

  it('that was empty is empty again after a failed import; folders above it that were made are removed', async () => {
    const { folder, write } = importFixture();
    const file = write(`${TEXT}bad\n`, 'a.csv');
    const [empty, deep] = [join(folder, 'empty'), join(folder, 'one', 'two', 'three')];
    mkdirSync(empty);
    for (const workspace of [empty, deep])
      expect(await refusal(importFile(workspace, file, { maxRejects: 0 }))).toMatchObject({ code: 'TOO_MANY_REJECTS' });
    expect(filesBelow(folder)).toEqual(['a.csv']);
    expect([existsSync(empty), existsSync(join(folder, 'one'))]).toEqual([true, false]);
  });

  it.skipIf(process.platform === 'win32')('that may not be written is refused', async () => {
    const { folder, workspace, write } = withRows();
    const file = write(csvText(transactions(5, 10)), 'more.csv');
    const code = `
      import { importCsv } from ${JSON.stringify(new URL('../../src/main/engine/import/import-csv.ts', import.meta.url).href)};
      if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
      for (const workspace of ${JSON.stringify([workspace, join(folder, 'new.veriscope')])}) {
        await importCsv({ workspace, file: ${JSON.stringify(file)}, maxRejects: null, defaultZone: 'UTC', reading: ${JSON.stringify(GUESS_READING)} },
          { signal: new AbortController().signal, onProgress: () => undefined, productVersion: 'test', now: () => new Date() })
          .then(() => console.log('imported'), (error) => console.log(error.error?.code ?? error.stack));
      }`;
    for (const name of filesBelow(workspace)) chmodSync(join(workspace, name), 0o444);
    chmodSync(workspace, 0o555);
    chmodSync(folder, 0o555);
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
    chmodSync(folder, 0o755);
    chmodSync(workspace, 0o755);
    expect(child.stdout.trim().split('\n')).toEqual(['WORKSPACE_NOT_WRITABLE', 'WORKSPACE_NOT_WRITABLE']);
    expect(bookRows(workspace, 'SELECT count(*) AS n FROM runs')).toEqual([{ n: 1 }]);
  });
});

/** Whether a small file system of our own can be mounted, which takes root and a kernel that lets it. */
function mountable(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]).status === 0;
}

describe('a full disk', () => {
  it('refuses the import and leaves the workspace as it was', async (context) => {
    const { folder, write } = importFixture();
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const file = write(
      csvText(transactions(20_000, 100).map((row, index) => ({ ...row, summary_desc: `${Math.sin(index)}` }))),
    );
    const small = write(TEXT, 'small.csv');
    if (!mountable(disk)) return context.skip('a file system of a few megabytes cannot be mounted here');
    try {
      const workspace = join(disk, 'full.veriscope');
      await importFile(workspace, small);
      const before = bookContents(workspace);
      expect(await refusal(importFile(workspace, file))).toMatchObject({ code: 'WORKSPACE_DISK_FULL' });
      expect(bookContents(workspace)).toEqual(before);
      expect(await refusal(importFile(join(disk, 'new.veriscope'), file))).toMatchObject({
        code: 'WORKSPACE_DISK_FULL',
      });
      expect(existsSync(join(disk, 'new.veriscope'))).toBe(false);
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});
