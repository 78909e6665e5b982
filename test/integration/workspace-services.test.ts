import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/main/engine/book/book-schema.ts';
import { bookStamp, countTables, recountTables } from '../../src/main/engine/book/book-rows.ts';
import { openBook } from '../../src/main/engine/book/open-book.ts';
import { withBook, withLens, workspacePaths } from '../../src/main/engine/workspace.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import { bookRows, importFile, importFixture, lensRows } from '../helpers/import-fixture.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const app = createApp('0.0.0-test');
const newFolder = (): string => join(temporaryFolder(), 'new.veriscope');

describe('a workspace that is made', () => {
  it('is empty, and every question to it has an answer', async () => {
    const workspace = newFolder();
    const made = await app.invoke('workspace.create', { workspace });
    expect(made).toMatchObject({
      ok: true,
      value: {
        name: 'new',
        tables: { staging: 0, transform: 0, no_retries: 0 },
        ledger: { read: 0, loaded: 0, rejected: 0, duplicates: 0 },
        runs: [],
        findings: [],
      },
    });
    expect(filesBelow(workspace)).toEqual(['lens.duckdb', 'workspace.sqlite']);
    expect(await app.invoke('workspace.info', { workspace, check: true })).toEqual(made);
    expect(await app.invoke('workspace.prepare', { workspace })).toMatchObject({
      ok: true,
      value: { stamp: 'empty', rebuilt: false },
    });
    expect(await app.invoke('figures.compute', { workspace, table: 'transform', where: [] })).toMatchObject({
      ok: true,
    });
    expect(await app.invoke('workspace.rejects', { workspace })).toEqual({
      ok: true,
      value: { total: 0, rejects: [] },
    });
    expect(await app.invoke('query.run', { workspace, sql: 'SELECT count(*) FROM transform' })).toMatchObject({
      ok: true,
    });
    rmSync(workspacePaths(workspace).lens);
    expect(await lensRows(workspace, 'SELECT count(*) AS n FROM no_retries')).toEqual([{ n: 0 }]);
  });

  it('takes an import like any other', async () => {
    const { workspace, import: importText } = importFixture();
    await app.invoke('workspace.create', { workspace });
    expect((await importText(csvText(transactions(5)))).tables).toEqual({ staging: 5, transform: 5, no_retries: 2 });
  });

  it('is not made where there is one, or where other things are', async () => {
    const { folder, workspace, import: importText } = importFixture();
    await importText(csvText(transactions(5)), { name: 'a.csv' });
    expect(await app.invoke('workspace.create', { workspace })).toMatchObject({
      ok: false,
      error: { code: 'WORKSPACE_NOT_WRITABLE', message: `There is a workspace at ${workspace} already.` },
    });
    expect(await lensRows(workspace, 'SELECT count(*) AS n FROM staging')).toEqual([{ n: 5 }]);
    expect(await app.invoke('workspace.create', { workspace: folder })).toMatchObject({
      ok: false,
      error: { code: 'WORKSPACE_NOT_FOUND' },
    });
    expect(filesBelow(folder).filter((name) => !name.startsWith('test.veriscope'))).toEqual(['a.csv']);
    expect(await app.invoke('workspace.create', { workspace: join(folder, 'a.csv', 'below') })).toMatchObject({
      ok: false,
      error: { code: 'WORKSPACE_NOT_WRITABLE' },
    });
  });

  it('is taken back where it cannot be made whole', async () => {
    const workspace = newFolder();
    mkdirSync(workspace);
    // A folder of that name cannot be replaced by the lens, nor removed as a file.
    mkdirSync(join(workspace, 'lens-next.duckdb', 'in-use'), { recursive: true });
    expect((await app.invoke('workspace.create', { workspace })).ok).toBe(false);
    expect(existsSync(workspacePaths(workspace).book)).toBe(false);
  });
});

describe('preparing a workspace', () => {
  it('makes its lens anew, tells how far it is, and has nothing to do afterwards', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText(transactions(5000)));
    rmSync(workspacePaths(workspace).lens);
    const told: string[] = [];
    const prepare = (): ReturnType<typeof app.invoke<'workspace.prepare'>> =>
      app.invoke(
        'workspace.prepare',
        { workspace },
        { onProgress: ({ stage, rows, totalRows }) => told.push(`${stage} ${rows}/${totalRows}`) },
      );
    expect(await prepare()).toMatchObject({ ok: true, value: { rebuilt: true } });
    expect(told).toEqual(['rebuild 0/5000', 'rebuild 2048/5000', 'rebuild 4096/5000']);
    const { mtimeMs } = statSync(workspacePaths(workspace).lens);
    expect(await prepare()).toMatchObject({ ok: true, value: { rebuilt: false } });
    expect([told.length, statSync(workspacePaths(workspace).lens).mtimeMs]).toEqual([3, mtimeMs]);
    expect(await lensRows(workspace, 'SELECT count(*) AS n FROM transform')).toEqual([{ n: 5000 }]);
  });

  it('can be cancelled and leaves nothing behind', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText(transactions(5000)));
    rmSync(workspacePaths(workspace).lens);
    const controller = new AbortController();
    const cancelled = await app.invoke(
      'workspace.prepare',
      { workspace },
      { signal: controller.signal, onProgress: ({ rows }) => void (rows > 0 && controller.abort()) },
    );
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(filesBelow(workspace)).toEqual(['workspace.sqlite']);
    expect(await lensRows(workspace, 'SELECT count(*) AS n FROM transform')).toEqual([{ n: 5000 }]);
  });
});

describe('what the books tell of the tables', () => {
  it('is what there is to count, import after import', async () => {
    const { workspace, import: importText } = importFixture();
    const check = (): Promise<void> =>
      withBook(workspacePaths(workspace), 'read', (book) => expect(countTables(book)).toEqual(recountTables(book)));
    await importText(csvText([...transactions(10), transaction(0), transaction(11, { http_code: 'x' })]));
    await check();
    // Further attempts of processes that are known take the place of their last ones.
    await importText(csvText([transaction(9, { file_token: 'again' }), ...transactions(7, 20)]));
    await check();
    await importText(csvText(transactions(4, 5)));
    await check();
  });

  it('is found wanting by a check where rows are lost', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText(transactions(10)));
    expect(await app.invoke('workspace.info', { workspace, check: true })).toMatchObject({ ok: true });
    const book = new Database(workspacePaths(workspace).book);
    book.exec('DELETE FROM no_retries WHERE id = (SELECT max(id) FROM no_retries)');
    book.close();
    expect(await app.invoke('workspace.info', { workspace })).toMatchObject({ ok: true });
    expect(await app.invoke('workspace.info', { workspace, check: true })).toMatchObject({
      ok: false,
      error: { code: 'WORKSPACE_DAMAGED' },
    });
  });

  it('needs no table to be read, however many rows or rejects there are', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText([...transactions(10), transaction(11, { http_code: 'x' })]));
    await withBook(workspacePaths(workspace), 'read', (book) => {
      const plan = (sql: string): string =>
        book
          .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
          .all()
          .map(({ detail }) => detail)
          .join('; ');
      expect(plan('SELECT reason, count(*) FROM rejects WHERE run_id = 1 GROUP BY reason')).toMatch(
        /COVERING INDEX rejects_reason/,
      );
    });
  });
});

describe('a workspace of an older schema', () => {
  it('is brought up to date, with its counts and its stamp', async () => {
    const { workspace, write } = importFixture();
    await importFile(workspace, write(csvText(transactions(10))));
    const { book: path, lens } = workspacePaths(workspace);
    const stamp = bookRows(workspace, 'SELECT stamp FROM runs')[0]?.['stamp'];
    const old = new Database(path);
    old.exec(
      'DROP TABLE state; DROP INDEX rejects_reason; DROP VIEW row_places; DROP TABLE corrections; DROP TABLE saved_views',
    );
    const [first] = MIGRATIONS;
    old.exec(/CREATE VIEW row_places[^;]*;/.exec(first?.sql ?? '')?.[0] ?? '');
    old.pragma('user_version = 1');
    old.close();
    const { mtimeMs } = statSync(lens);
    const book = openBook(path, 'read');
    expect(book.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect([countTables(book), bookStamp(book)]).toEqual([{ staging: 10, transform: 10, no_retries: 4 }, stamp]);
    expect(countTables(book)).toEqual(recountTables(book));
    book.close();
    // Nothing of its rows has changed: neither need its lens.
    await withLens(workspace, async (session) => {
      expect(await session.rows('SELECT count(*) AS n FROM staging')).toEqual([{ n: 10 }]);
    });
    expect(statSync(lens).mtimeMs).toBe(mtimeMs);
    expect((await importFile(workspace, write(csvText(transactions(5, 30))))).tables.staging).toBe(15);
  });

  it('without any row is brought up to date too', async () => {
    const workspace = newFolder();
    mkdirSync(workspace);
    const { book: path } = workspacePaths(workspace);
    writeFileSync(path, '');
    const old = new Database(path);
    const [first] = MIGRATIONS;
    old.exec(first?.sql ?? '');
    old.pragma('user_version = 1');
    old.pragma(`application_id = ${0x56534350}`);
    old.close();
    expect(await lensRows(workspace, 'SELECT count(*) AS n FROM staging')).toEqual([{ n: 0 }]);
    expect(await app.invoke('workspace.info', { workspace })).toMatchObject({
      ok: true,
      value: { tables: { staging: 0, transform: 0, no_retries: 0 } },
    });
  });
});
