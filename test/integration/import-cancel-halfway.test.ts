import { appendFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { overallShare } from '../../src/renderer/features/import/overall-progress.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import { bookContents, importFile, importFixture, lensContents, refusal } from '../helpers/import-fixture.ts';
import { csvText, REQUIRED_NAMES, transaction, transactions } from '../helpers/transaction-csv.ts';

const ROWS = 1_000_000;
/** The same rows over and over, under other tokens. */
const ROUND = 1000;
/** Milliseconds from the wish to the answer. */
const AT_MOST = 2000;

/** A file of a million rows with the columns that it must have, written piece by piece. */
function millionRows(write: (content: string) => string): string {
  const [header = '', ...lines] = csvText(transactions(ROUND, 10_000), { columns: REQUIRED_NAMES }).split(/(?<=\n)/);
  const file = write(header);
  const round = lines.join('');
  for (let done = 0; done < ROWS; done += ROUND) appendFileSync(file, round.replaceAll('tok-', `tok-${done}-`));
  return file;
}

it('an import of a million rows that is cancelled halfway ends within two seconds and changes nothing', async () => {
  const { workspace, import: importText, write } = importFixture();
  await importText(csvText([...transactions(50), transaction(70, { http_code: 'x' })]));
  const before = {
    book: bookContents(workspace),
    lens: await lensContents(workspace),
    files: [...filesBelow(workspace)],
  };
  const file = millionRows(write);
  const controller = new AbortController();
  let wished = 0;
  let read = 0;
  const importing = importFile(workspace, file, {
    signal: controller.signal,
    onProgress: (progress) => {
      if (controller.signal.aborted || overallShare(progress) < 0.5) return;
      wished = performance.now();
      read = progress.rows;
      controller.abort();
    },
  });
  expect(await refusal(importing)).toMatchObject({ code: 'CANCELLED' });
  expect(performance.now() - wished).toBeLessThan(AT_MOST);
  expect(read).toBeGreaterThan(0);
  expect(bookContents(workspace)).toEqual(before.book);
  expect(await lensContents(workspace)).toEqual(before.lens);
  expect(filesBelow(workspace).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(
    before.files.filter((name) => !/-(wal|shm)$/.test(name)),
  );
}, 120_000);
