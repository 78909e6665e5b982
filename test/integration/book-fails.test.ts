import { spawnSync } from 'node:child_process';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { GUESS_READING } from '../../src/shared/contract/preview.ts';
import { BookWriter } from '../../src/main/engine/book/book-writer.ts';
import { workspacePaths } from '../../src/main/engine/workspace.ts';
import { bookContents, importFile, importFixture, lensContents } from '../helpers/import-fixture.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const IMPORT_CSV = new URL('../../src/main/engine/import/import-csv.ts', import.meta.url).href;

/** Lets the book refuse to write a table, as a failing disk would. */
function refuseTo(workspace: string, event: string): () => void {
  const run = (sql: string): void => {
    const book = new Database(workspacePaths(workspace).book);
    book.exec(sql);
    book.close();
  };
  run(`CREATE TRIGGER refuse BEFORE ${event} BEGIN SELECT RAISE(ABORT, 'refused by a test'); END`);
  return () => run('DROP TRIGGER refuse');
}

describe('a book that fails', () => {
  it.each([
    ['a later block', "INSERT ON staging WHEN new.file_token = 'tok-9000'"],
    ['the last attempts', 'INSERT ON no_retries'],
    ['the end of the import', 'INSERT ON findings'],
  ])('to write %s ends the import at once and leaves everything as it was', async (_, event) => {
    const { workspace, import: importText, write } = importFixture();
    await importText(csvText(transactions(5)));
    const [book, lens] = [bookContents(workspace), await lensContents(workspace)];
    const allow = refuseTo(workspace, event);
    const file = write(csvText([...transactions(9000, 10), transaction(20_000, { summary_status: 'odd' })]));
    const started = performance.now();
    await expect(importFile(workspace, file)).rejects.toThrow(/refused by a test/);
    expect(performance.now() - started).toBeLessThan(10_000);
    allow();
    expect(bookContents(workspace)).toEqual(book);
    expect(await lensContents(workspace)).toEqual(lens);
    expect((await importFile(workspace, file)).ledger.loaded).toBe(9001);
  });

  it('does not keep the process alive, nor does a refusal or a cancel', async () => {
    const { workspace, import: importText, write } = importFixture();
    await importText(csvText(transactions(5)));
    refuseTo(workspace, 'INSERT ON no_retries');
    const [good, bad] = [write(csvText(transactions(2000, 10))), write(csvText([transaction(9, { http_code: 'x' })]))];
    const code = `
      import { importCsv } from ${JSON.stringify(IMPORT_CSV)};
      const attempt = (file, abortAt) => {
        const controller = new AbortController();
        const onProgress = ({ stage }) => { if (stage === abortAt) controller.abort(); };
        return importCsv({ workspace: ${JSON.stringify(workspace)}, file, maxRejects: 0, defaultZone: 'UTC', reading: ${JSON.stringify(GUESS_READING)} },
          { signal: controller.signal, onProgress, productVersion: 'test', now: () => new Date() })
          .then(() => console.log('imported'), (error) => console.log(error.error?.code ?? error.message));
      };
      await attempt(${JSON.stringify(good)});
      await attempt(${JSON.stringify(bad)});
      await attempt(${JSON.stringify(good)}, 'transform');
      process.on('exit', () => console.log('exits'));`;
    const child = spawnSync(process.execPath, [write(code, 'three-failures.mjs')], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(child.stdout.trim().split('\n')).toEqual([
      expect.stringContaining('refused by a test'),
      'TOO_MANY_REJECTS',
      'CANCELLED',
      'exits',
    ]);
    expect(child.status).toBe(0);
  });
});

describe('a book writer', () => {
  it('whose file cannot be opened says so to whoever writes, and can be cancelled', async () => {
    const { folder } = importFixture();
    const writer = new BookWriter(folder, false, () => undefined);
    const block = { rows: 0, numbers: new Float64Array(0), texts: [], late: false };
    await expect(
      (async () => {
        for (let blocks = 0; blocks < 10; blocks += 1) await writer.write(block);
      })(),
    ).rejects.toMatchObject({ error: { code: 'WORKSPACE_NOT_WRITABLE' } });
    await writer.cancel();
  });

  it('can be cancelled twice', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText(transactions(5)));
    const writer = new BookWriter(workspacePaths(workspace).book, false, () => undefined);
    await writer.cancel();
    await writer.cancel();
    expect(bookContents(workspace).staging).toHaveLength(5);
  });
});
