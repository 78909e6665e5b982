import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportProgress } from '../../src/shared/contract/import-progress.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import {
  bookContents,
  importFile,
  importFixture,
  lensContents,
  lensRows,
  refusal,
  storedRejects,
} from '../helpers/import-fixture.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const MANY = csvText(transactions(3000, 100));

/** A signal that is aborted when a stage is first reported. */
function abortAt(
  stage: ImportProgress['stage'] | 'start',
  times = 1,
): { readonly signal: AbortSignal; readonly onProgress: (progress: ImportProgress) => void } {
  const controller = new AbortController();
  let left = times;
  if (stage === 'start') controller.abort();
  return {
    signal: controller.signal,
    onProgress: (progress) => {
      if (progress.stage === stage) left -= 1;
      if (left === 0) controller.abort();
    },
  };
}

const original = importFixture(folderOfFile());
let book: ReturnType<typeof bookContents>;
let lens: Awaited<ReturnType<typeof lensContents>>;
beforeAll(async () => {
  await original.import(csvText([...transactions(5), transaction(7, { http_code: 'x' })]));
  book = bookContents(original.workspace);
  lens = await lensContents(original.workspace);
});

describe('a cancelled import', () => {
  it.each(['start', 'survey', 'read', 'check', 'transform', 'store'] as const)(
    'leaves no workspace where there was none: at %s',
    async (stage) => {
      const { workspace, import: importText } = importFixture();
      expect(await refusal(importText(MANY, abortAt(stage)))).toMatchObject({ code: 'CANCELLED' });
      expect(existsSync(workspace)).toBe(false);
    },
  );

  it.each([
    ['start', MANY],
    ['survey', MANY],
    ['read', MANY],
    ['read', Buffer.from(`\uFEFF${MANY}`, 'utf16le')],
    ['check', MANY],
    ['store', MANY],
  ] satisfies [ImportProgress['stage'] | 'start', string | Uint8Array][])(
    'leaves the workspace as it was: at %s',
    async (stage, content) => {
      const { workspace, write } = importFixture(temporaryFolder(), original.workspace);
      const files = filesBelow(workspace);
      const file = write(content, 'cancelled.csv');
      expect(await refusal(importFile(workspace, file, abortAt(stage)))).toMatchObject({ code: 'CANCELLED' });
      expect(bookContents(workspace)).toEqual(book);
      expect(await lensContents(workspace)).toEqual(lens);
      expect(filesBelow(workspace).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(
        files.filter((name) => !/-(wal|shm)$/.test(name)),
      );
      expect((await importFile(workspace, file)).ledger).toEqual({
        read: 3000,
        loaded: 3000,
        rejected: 0,
        duplicates: 0,
      });
      expect(storedRejects(workspace)).toHaveLength(1);
    },
  );

  it('comes too late once it is being committed: then it is whole', async () => {
    const { workspace, import: importText } = importFixture();
    expect((await importText(MANY, abortAt('commit'))).ledger.loaded).toBe(3000);
    expect(bookContents(workspace).staging).toHaveLength(3000);
    expect(await lensRows(workspace, 'SELECT count(*) AS n FROM transform')).toEqual([{ n: 3000 }]);
  });

  it('is either cancelled or done, at whatever moment the signal comes', async () => {
    const { workspace, write } = importFixture(temporaryFolder(), original.workspace);
    let staged = 5;
    for (const [index, delay] of [20, 60, 120, 160, 200, 240, 300].entries()) {
      const controller = new AbortController();
      const file = write(csvText(transactions(1000, 10_000 * (index + 1))), `part-${index}.csv`);
      const importing = importFile(workspace, file, { signal: controller.signal });
      setTimeout(() => controller.abort(), delay);
      const done = await importing.then(
        (outcome) => outcome.ledger.loaded,
        async (error: unknown) => {
          expect(await refusal(Promise.reject(error as Error))).toMatchObject({ code: 'CANCELLED' });
          return 0;
        },
      );
      staged += done;
      expect(bookContents(workspace).staging).toHaveLength(staged);
      expect(await lensRows(workspace, 'SELECT count(*) AS n FROM transform')).toEqual([{ n: staged }]);
    }
  });
});
