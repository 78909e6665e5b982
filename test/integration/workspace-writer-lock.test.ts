import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { AppException } from '../../src/shared/result.ts';
import { GUESS_READING } from '../../src/shared/contract/preview.ts';
import { workspacePaths } from '../../src/main/engine/workspace.ts';
import { tryWriterLock, writerLock } from '../../src/main/engine/writing/writer-lock.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import {
  bookContents,
  importFile,
  importFixture,
  lensContents,
  lensRows,
  refusal,
  type ImportFixture,
} from '../helpers/import-fixture.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const LOCK_CHILD = fileURLToPath(new URL('../helpers/lock-child.ts', import.meta.url));
const IMPORT_CSV = new URL('../../src/main/engine/import/import-csv.ts', import.meta.url).href;
const MANY = csvText(transactions(3000, 100));
const BUSY = { code: 'WORKSPACE_BUSY', message: 'An import into this workspace is running.' };
const LOCKED = { code: 'WORKSPACE_LOCKED', message: 'An import into this workspace is running in another process.' };

const original = importFixture(folderOfFile());
beforeAll(async () => {
  await original.import(csvText(transactions(5)));
});

const withRows = (): ImportFixture => importFixture(temporaryFolder(), original.workspace);

/** Another process that holds the lock of a workspace, once it does. */
async function lockedBy(workspace: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [LOCK_CHILD, workspace], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [kind] = await new Promise<string[]>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).split('\n'))),
  );
  expect(kind).toBe('held');
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await gone;
}

describe('a workspace that an import is writing', () => {
  it.each([
    ['that was there', withRows, 5],
    ['that it makes', importFixture, 0],
  ] as const)('%s refuses a second one of the same process, and the first is whole', async (_, fixture, rows) => {
    const { workspace, write } = fixture();
    const [first, second] = [write(MANY), write(csvText(transactions(10, 9000)))];
    const refused: Promise<unknown>[] = [];
    const { ledger } = await importFile(workspace, first, {
      onProgress: ({ stage }) => {
        if (stage !== 'survey' && refused.length < 3) refused.push(refusal(importFile(workspace, second)));
      },
    });
    expect(refused).toHaveLength(3);
    expect((await Promise.all(refused))[0]).toMatchObject(BUSY);
    expect(ledger.loaded).toBe(3000);
    expect((await importFile(workspace, second)).ledger.loaded).toBe(10);
    expect(await lensRows(workspace, 'SELECT count(*) AS n FROM transform')).toEqual([{ n: rows + 3010 }]);
  });

  it('refuses one of another thread', async () => {
    const { workspace, write } = withRows();
    const file = write(csvText(transactions(10, 9000)));
    const lock = writerLock(workspacePaths(workspace), 'import');
    const code = `
      const { parentPort } = require('node:worker_threads');
      import(${JSON.stringify(IMPORT_CSV)}).then(({ importCsv }) =>
        importCsv(${JSON.stringify({ workspace, file, maxRejects: null, defaultZone: 'UTC', reading: GUESS_READING })},
          { signal: new AbortController().signal, onProgress: () => undefined, productVersion: 'test', now: () => new Date() })
      ).then(() => 'imported', (error) => error.error ?? error.message).then((told) => parentPort.postMessage(told));`;
    const thread = new Worker(code, { eval: true });
    const told = await new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
    lock.release();
    expect(told).toMatchObject(BUSY);
  });

  it('refuses one of another process, until that is killed', async () => {
    const { workspace, write } = withRows();
    const file = write(MANY);
    const child = await lockedBy(workspace);
    const before = bookContents(workspace);
    expect(await refusal(importFile(workspace, file))).toMatchObject(LOCKED);
    expect(bookContents(workspace)).toEqual(before);
    await killed(child);
    expect((await importFile(workspace, file)).ledger.loaded).toBe(3000);
    expect(existsSync(workspacePaths(workspace).writerLock)).toBe(false);
  });

  it('is read all the same', async () => {
    const { workspace } = withRows();
    await lockedBy(workspace);
    expect(await lensRows(workspace, 'SELECT count(*) AS n FROM transform')).toEqual([{ n: 5 }]);
  });

  it('is waited for where its lens is missing', async () => {
    const { workspace } = withRows();
    const paths = workspacePaths(workspace);
    const whole = await lensContents(workspace);
    rmSync(paths.lens);
    const child = await lockedBy(workspace);
    const reading = lensContents(workspace);
    const first = await Promise.race([reading, new Promise((resolve) => setTimeout(() => resolve('waits'), 300))]);
    expect([first, existsSync(paths.lens)]).toEqual(['waits', false]);
    await killed(child);
    expect(await reading).toEqual(whole);
  });
});

describe('many imports at once into a new workspace', () => {
  it('are each whole or refused, and nothing else is left in the folder', async () => {
    const { workspace, write } = importFixture();
    const files = Array.from({ length: 6 }, (_, index) => write(csvText(transactions(200, 1000 * index))));
    const loaded = await Promise.all(
      files.map((file) =>
        importFile(workspace, file).then(
          ({ ledger }) => ledger.loaded,
          (error: unknown) => {
            expect(error).toBeInstanceOf(AppException);
            expect((error as AppException).error).toMatchObject(BUSY);
            return 0;
          },
        ),
      ),
    );
    const rows = loaded.reduce((sum, some) => sum + some, 0);
    expect(rows).toBeGreaterThanOrEqual(200);
    expect(await lensRows(workspace, 'SELECT count(*) AS n FROM staging')).toEqual([{ n: rows }]);
    expect(bookContents(workspace).staging).toHaveLength(rows);
    expect(filesBelow(workspace).filter((name) => !/-(wal|shm)$/.test(name))).toEqual([
      'lens.duckdb',
      'workspace.sqlite',
    ]);
  });
});

describe("the writer's lock", () => {
  it('is had by one of many at a time, and its file is gone when nobody has it', () => {
    const folder = temporaryFolder();
    const paths = workspacePaths(folder);
    for (let round = 0; round < 20; round += 1) {
      const locks = Array.from({ length: 5 }, () => tryWriterLock(paths, 'rebuild'));
      expect(locks.map(({ kind }) => kind)).toEqual(['held', ...Array.from({ length: 4 }, () => 'locked-out')]);
      expect(locks[1]).toEqual({ kind: 'locked-out', inThisProcess: true, work: 'rebuild' });
      for (const lock of locks) if (lock.kind === 'held') lock.release();
      expect(filesBelow(folder)).toEqual([]);
    }
  });

  it.each([
    ['is garbage', 'not a database at all\n'.repeat(200)],
    ['is empty', ''],
  ])('whose file %s can be taken', (_, content) => {
    const paths = workspacePaths(temporaryFolder());
    writeFileSync(paths.writerLock, content);
    const lock = tryWriterLock(paths, 'import');
    expect(lock.kind).toBe('held');
    expect(tryWriterLock(paths, 'import')).toMatchObject({ kind: 'locked-out', inThisProcess: true });
    if (lock.kind === 'held') lock.release();
    expect(existsSync(paths.writerLock)).toBe(false);
  });

  it('of one workspace is not that of another', () => {
    const folder = temporaryFolder();
    const [one, other] = ['one', 'other'].map((name) => {
      const paths = workspacePaths(`${folder}/${name}`);
      mkdirSync(paths.folder);
      return tryWriterLock(paths, 'import');
    });
    expect([one?.kind, other?.kind]).toEqual(['held', 'held']);
    for (const lock of [one, other]) if (lock?.kind === 'held') lock.release();
  });
});
