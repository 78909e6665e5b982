import {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { GUESS_READING } from '../../src/shared/contract/preview.ts';
import type { BookDatabase } from '../../src/main/engine/book/open-book.ts';
import { SCHEMA_VERSION } from '../../src/main/engine/book/book-schema.ts';
import type { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';
import { keepOpenAccess, type KeepOpenAccess, type KeepOpenOptions } from '../../src/main/engine/keep-open-access.ts';
import { workspacePaths } from '../../src/main/engine/workspace.ts';
import { writerLock } from '../../src/main/engine/writing/writer-lock.ts';
import Database from 'better-sqlite3';
import { filesBelow } from '../helpers/folder-bytes.ts';
import { importFile, importFixture, refusal, type ImportFixture } from '../helpers/import-fixture.ts';
import { madeRows } from '../helpers/staging-maker.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const IMPORT_CSV = new URL('../../src/main/engine/import/import-csv.ts', import.meta.url).href;
/** Takes minutes unless it is interrupted. */
const ENDLESS = 'SELECT sum(a.range * b.range) AS s FROM range(3000000) a, range(3000000) b';

const original = importFixture(folderOfFile());
beforeAll(async () => {
  await original.import(csvText(madeRows(300, 11).map(({ cells }) => cells)));
});

interface AccessFixture extends ImportFixture {
  readonly access: KeepOpenAccess;
}

function withRows(options: KeepOpenOptions = {}): AccessFixture {
  const access = keepOpenAccess(options);
  onTestFinished(() => access.dispose());
  return { ...importFixture(temporaryFolder(), original.workspace), access };
}

const lensCount = async (lens: DuckDbSession): Promise<number> =>
  Number((await lens.row('SELECT count(*) AS n FROM staging'))['n']);
const bookCount = (book: BookDatabase): number => Number(book.prepare('SELECT count(*) FROM staging').pluck().get());
const counts = async (lens: DuckDbSession, book: BookDatabase): Promise<readonly number[]> => [
  await lensCount(lens),
  bookCount(book),
];

/** Files of a folder that this process has open. */
const openBelow = (folder: string): readonly string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(join('/proc/self/fd', fd));
      return path.startsWith(folder) ? [path.slice(folder.length + 1)] : [];
    } catch {
      return [];
    }
  });

/** An import in a thread of its own, as the engine runs it. */
function importInThread(workspace: string, file: string): Promise<unknown> {
  const request = { workspace, file, maxRejects: null, defaultZone: 'UTC', reading: GUESS_READING };
  const code = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(IMPORT_CSV)}).then(({ importCsv }) =>
      importCsv(${JSON.stringify(request)},
        { signal: new AbortController().signal, onProgress: () => undefined, productVersion: 'test', now: () => new Date() })
    ).then(({ ledger }) => ledger.loaded, (error) => error.error ?? error.stack).then((told) => parentPort.postMessage(told));`;
  const thread = new Worker(code, { eval: true });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

describe('a workspace that is kept open', () => {
  it('answers call after call without being opened again, and many at a time', async () => {
    const { workspace, access } = withRows();
    expect(await access.withLens(workspace, counts)).toEqual([300, 300]);
    const open = process.platform === 'linux' ? openBelow(workspace) : [];
    const answers = await Promise.all(Array.from({ length: 12 }, () => access.withLens(workspace, counts)));
    expect(new Set(answers.map(String))).toEqual(new Set(['300,300']));
    if (process.platform === 'linux')
      expect(openBelow(workspace).filter((name) => name === 'lens.duckdb')).toEqual(
        open.filter((name) => name === 'lens.duckdb'),
      );
    expect(await access.withBook(workspace, bookCount)).toBe(300);
  });

  it('gives every call a session of its own: what one makes, no other sees', async () => {
    const { workspace, access } = withRows();
    await access.withLens(workspace, async (lens) => {
      await lens.run('CREATE TEMP TABLE mine AS SELECT 1 AS a');
      await access.withLens(workspace, async (other) => {
        await expect(other.rows('SELECT * FROM mine')).rejects.toThrow(/mine/);
        expect(await other.row("SELECT current_setting('TimeZone') AS zone")).toEqual({ zone: 'UTC' });
      });
    });
    await access.withLens(workspace, async (lens) => {
      await expect(lens.rows('SELECT * FROM mine')).rejects.toThrow(/mine/);
    });
  });

  it('cannot be written by those who read it', async () => {
    const { workspace, access } = withRows();
    await access.withLens(workspace, async (lens, book) => {
      await expect(lens.run('DELETE FROM transactions')).rejects.toThrow(/read-only/);
      expect(() => book.exec('DELETE FROM staging')).toThrow(/readonly/);
    });
  });

  it('shows what an import brought to the next call, and nothing of it to one that is under way', async () => {
    const { workspace, access, import: importText } = withRows();
    const { promise: imported, resolve } = Promise.withResolvers<undefined>();
    const under = access.withLens(workspace, async (lens, book) => {
      const before = await counts(lens, book);
      await imported;
      return [...before, ...(await counts(lens, book))];
    });
    const bookUnder = access.withBook(workspace, async (book) => {
      await imported;
      return bookCount(book);
    });
    await importText(csvText(transactions(40)));
    expect(await access.withLens(workspace, counts)).toEqual([340, 340]);
    resolve(undefined);
    expect([await under, await bookUnder]).toEqual([[300, 300, 300, 300], 300]);
    expect(await access.withLens(workspace, counts)).toEqual([340, 340]);
    if (process.platform === 'linux')
      expect(openBelow(workspace).filter((name) => name.includes('deleted'))).toEqual([]);
  });

  it('answers while a thread of the same process imports into it: before or after, never between', async () => {
    const { workspace, access, write } = withRows();
    const file = write(csvText(transactions(20_000)));
    const seen: string[] = [];
    let longest = 0;
    const importing = importInThread(workspace, file);
    let done = false;
    void importing.finally(() => (done = true));
    while (!done) {
      const started = performance.now();
      seen.push(String(await access.withLens(workspace, counts)));
      longest = Math.max(longest, performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await importing).toBe(20_000);
    expect(new Set(seen)).toContain('300,300');
    for (const state of new Set(seen)) expect(['300,300', '20300,20300']).toContain(state);
    expect(seen.length).toBeGreaterThan(10);
    expect(longest).toBeLessThan(3000);
    expect(await access.withLens(workspace, counts)).toEqual([20_300, 20_300]);
  });

  it('that has no rows yet answers while its first import runs', async () => {
    const { workspace, folder, write } = importFixture();
    const access = keepOpenAccess();
    onTestFinished(() => access.dispose());
    const { makeWorkspace } = await import('../../src/main/engine/writing/make-workspace.ts');
    await makeWorkspace(workspace);
    const seen = new Set<string>();
    let done = false;
    const importing = importInThread(workspace, write(csvText(transactions(20_000))));
    void importing.finally(() => (done = true));
    while (!done) {
      seen.add(String(await access.withLens(workspace, counts)));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await importing).toBe(20_000);
    for (const state of seen) expect(['0,0', '20000,20000']).toContain(state);
    expect(existsSync(folder)).toBe(true);
    expect(await access.withLens(workspace, counts)).toEqual([20_000, 20_000]);
  });

  it('that is replaced by another of the same name shows the other, and none where there is none', async () => {
    const { workspace, folder, access } = withRows();
    const other = importFixture(temporaryFolder());
    await other.import(csvText(transactions(7)));
    expect(await access.withLens(workspace, counts)).toEqual([300, 300]);
    renameSync(workspace, join(folder, 'elsewhere.veriscope'));
    expect(await refusal(access.withLens(workspace, counts))).toMatchObject({ code: 'WORKSPACE_NOT_FOUND' });
    cpSync(other.workspace, workspace, { recursive: true });
    expect(await access.withLens(workspace, counts)).toEqual([7, 7]);
    expect(await access.withBook(workspace, bookCount)).toBe(7);
  });
});

describe('a call that is cancelled', () => {
  it("stops its own work and no one else's", async () => {
    const { workspace, access } = withRows();
    const controller = new AbortController();
    const endless = access.withLens(workspace, async (lens) => lens.rows(ENDLESS), { signal: controller.signal });
    const other = access.withLens(workspace, async (lens) => lens.row('SELECT sum(range) AS s FROM range(30000000)'));
    setTimeout(() => controller.abort(), 100);
    await expect(endless).rejects.toThrow(/interrupt/i);
    expect(await other).toEqual({ s: 449_999_985_000_000 });
    expect(await access.withLens(workspace, counts)).toEqual([300, 300]);
  });

  it('runs nothing further', async () => {
    const { workspace, access } = withRows();
    const controller = new AbortController();
    const reading = access.withLens(
      workspace,
      async (lens) => {
        controller.abort();
        return lens.rows('SELECT 1');
      },
      { signal: controller.signal },
    );
    await expect(reading).rejects.toThrow(/abort/i);
    await expect(access.withLens(workspace, counts, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  it('while the lens is made anew does not keep others from it', async () => {
    const { workspace, access } = withRows();
    rmSync(workspacePaths(workspace).lens);
    const controller = new AbortController();
    const [first, second] = [
      access.withLens(workspace, counts, { signal: controller.signal }),
      access.withLens(workspace, counts),
    ];
    controller.abort();
    await expect(first).rejects.toThrow(/abort/i);
    expect(await second).toEqual([300, 300]);
  });
});

describe("a user's statements", () => {
  it('reach no file, no setting and no other table', async () => {
    const { workspace, access } = withRows();
    for (const sql of [
      `SELECT * FROM read_text('${import.meta.filename}')`,
      `COPY (SELECT 1) TO '${workspace}/out.csv'`,
      `ATTACH '${workspace}/other.duckdb'`,
      "SET memory_limit = '8GB'",
      'DELETE FROM transactions',
    ]) {
      await expect(access.withLens(workspace, (lens) => lens.rows(sql), { sealed: true })).rejects.toThrow(
        /Permission Error|locked|read-only/,
      );
    }
    expect(await access.withLens(workspace, counts, { sealed: true })).toEqual([300, 300]);
    expect(filesBelow(workspace).filter((name) => name.includes('o'))).not.toContain('out.csv');
  });

  it('see what an import brought', async () => {
    const { workspace, access, import: importText } = withRows();
    expect(await access.withLens(workspace, counts, { sealed: true })).toEqual([300, 300]);
    await importText(csvText(transactions(40)));
    expect(await access.withLens(workspace, counts, { sealed: true })).toEqual([340, 340]);
  });
});

describe('a lens that is damaged', () => {
  it('is made anew when a call comes across it, once for all that do', async () => {
    const { workspace, access, import: importText } = withRows();
    await importText(csvText(transactions(4000)));
    const { lens } = workspacePaths(workspace);
    const whole = await access.withLens(workspace, async (session) =>
      session.rows('SELECT COLUMNS(*)::VARCHAR FROM transform ORDER BY id'),
    );
    await access.release(workspace);
    const content = readFileSync(lens);
    content.fill(0xa5, Math.floor(content.length * 0.3), Math.floor(content.length * 0.7));
    writeFileSync(lens, content);
    const { ino } = statSync(lens);
    const all = async (session: DuckDbSession): Promise<unknown> =>
      session.rows('SELECT COLUMNS(*)::VARCHAR FROM transform ORDER BY id');
    const answers = await Promise.all([
      access.withLens(workspace, all),
      access.withLens(workspace, all),
      access.withLens(workspace, all, { sealed: true }),
    ]);
    for (const answer of answers) expect(answer).toEqual(whole);
    expect(statSync(lens).ino).not.toBe(ino);
    expect(await access.withLens(workspace, counts)).toEqual([4300, 4300]);
  });

  it('or missing is made anew, also where it was lost while it was open', async () => {
    const { workspace, access } = withRows();
    rmSync(workspacePaths(workspace).lens);
    expect(await access.withLens(workspace, counts)).toEqual([300, 300]);
    rmSync(workspacePaths(workspace).lens);
    expect(await access.withLens(workspace, counts)).toEqual([300, 300]);
    await access.release(workspace);
    expect(await access.withLens(workspace, counts)).toEqual([300, 300]);
  });
});

describe('closing', () => {
  it('ends the calls that are under way with a sentence, and lets every file go', async () => {
    const { workspace, access } = withRows();
    const endless = refusal(access.withLens(workspace, async (lens) => lens.rows(ENDLESS)));
    const sealed = refusal(access.withLens(workspace, async (lens) => lens.rows(ENDLESS), { sealed: true }));
    const held = access.withBook(workspace, bookCount);
    await held;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await access.release(workspace);
    expect([await endless, await sealed]).toMatchObject([{ code: 'CANCELLED' }, { code: 'CANCELLED' }]);
    if (process.platform === 'linux') expect(openBelow(workspace)).toEqual([]);
    expect(filesBelow(workspace)).toEqual(['lens.duckdb', 'workspace.sqlite']);
    expect(await access.withLens(workspace, counts)).toEqual([300, 300]);
    await access.dispose();
    if (process.platform === 'linux') expect(openBelow(workspace)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')(
    'happens to the workspace that was called longest ago where there are too many',
    async () => {
      const { folder, workspace, access } = withRows({ most: 2 });
      const others = ['b', 'c'].map((name) => join(folder, `${name}.veriscope`));
      for (const other of others) cpSync(workspace, other, { recursive: true });
      const [second = '', third = ''] = others;
      for (const each of [workspace, second, workspace, third])
        expect(await access.withLens(each, counts)).toEqual([300, 300]);
      await expect.poll(() => openBelow(second)).toEqual([]);
      expect([openBelow(workspace), openBelow(third)].map((files) => files.length > 0)).toEqual([true, true]);
    },
  );

  it.runIf(process.platform === 'linux')('happens to a workspace that nobody calls any more', async () => {
    const { workspace, access } = withRows({ idleMilliseconds: 20 });
    expect(await access.withLens(workspace, counts)).toEqual([300, 300]);
    await expect.poll(() => openBelow(workspace)).toEqual([]);
    expect(await access.withLens(workspace, counts)).toEqual([300, 300]);
  });
});

describe('a workspace that cannot be opened', () => {
  it('is said to be missing, of a newer build, damaged, or in use', async () => {
    const { workspace, folder, access } = withRows();
    const { book, lens } = workspacePaths(workspace);
    expect(await refusal(access.withLens(folder, counts))).toMatchObject({ code: 'WORKSPACE_NOT_FOUND' });
    const copy = (name: string): string => {
      const path = join(folder, `${name}.veriscope`);
      cpSync(workspace, path, { recursive: true });
      return path;
    };
    const [newer, damaged] = [copy('newer'), copy('damaged')];
    const database = new Database(workspacePaths(newer).book);
    database.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    database.close();
    expect(await refusal(access.withBook(newer, bookCount))).toMatchObject({ code: 'WORKSPACE_TOO_NEW' });
    truncateSync(workspacePaths(damaged).book, 8192 * 20);
    expect(await refusal(access.withBook(damaged, bookCount))).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    expect(await refusal(access.withLens(damaged, counts))).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    expect(existsSync(book) && existsSync(lens)).toBe(true);
  });

  it('because its lens is missing and somebody writes it, is said to be busy in the end', async () => {
    const { workspace, access } = withRows();
    const paths = workspacePaths(workspace);
    rmSync(paths.lens);
    const lock = writerLock(paths, 'import');
    onTestFinished(() => lock.release());
    expect(await refusal(access.withLens(workspace, counts))).toMatchObject({ code: 'WORKSPACE_BUSY' });
    expect(await access.withBook(workspace, bookCount)).toBe(300);
  }, 20_000);
});

describe('an import beside a window that has the workspace open', () => {
  it('finds it, and the window finds what it brought', async () => {
    const { workspace, access, write } = withRows();
    expect(await access.withLens(workspace, counts)).toEqual([300, 300]);
    const { spawnSync } = await import('node:child_process');
    const child = new URL('../helpers/import-child.ts', import.meta.url).pathname;
    const { stdout } = spawnSync(process.execPath, [child, workspace, write(csvText(transactions(40)))], {
      encoding: 'utf8',
    });
    expect(stdout.trim().endsWith('done')).toBe(true);
    expect(await access.withLens(workspace, counts)).toEqual([340, 340]);
    expect((await importFile(workspace, write(csvText(transactions(9, 900))))).ledger.loaded).toBe(9);
    expect(await access.withLens(workspace, counts)).toEqual([349, 349]);
  });
});
