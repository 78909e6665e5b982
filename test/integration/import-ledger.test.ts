import { describe, expect, it } from 'vitest';
import { bookContents, bookRows, importFixture, lensContents, storedRejects } from '../helpers/import-fixture.ts';
import { COLUMN_NAMES, csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

describe('the ledger of an import', () => {
  it('balances rows that are loaded, rejected and known, and is kept with the run', async () => {
    const { workspace, import: importText } = importFixture();
    const rows = [
      transaction(0),
      transaction(1),
      transaction(0),
      transaction(2, { http_code: 'x' }),
      transaction(1, { service: 'other' }),
    ];
    const outcome = await importText(csvText(rows), { name: 'january.csv' });
    expect(outcome).toMatchObject({
      outcome: 'imported',
      run: 1,
      fileName: 'january.csv',
      ledger: { read: 5, loaded: 2, rejected: 2, duplicates: 1 },
      tables: { staging: 2, transform: 2, no_retries: 1 },
      rejectsByReason: [
        { reason: 'conflict', count: 1 },
        { reason: 'not-a-number', count: 1 },
      ],
    });
    expect(bookRows(workspace, 'SELECT * FROM runs')).toMatchObject([
      {
        id: 1,
        file_name: 'january.csv',
        sha256: outcome.sha256,
        imported_at: '2025-02-03T04:05:06.789Z',
        product_version: '0.0.0-test',
        read: 5,
        loaded: 2,
        rejected: 2,
        duplicates: 1,
      },
    ]);
  });

  it('of the same file again says so and changes nothing', async () => {
    const { workspace, write, import: importText } = importFixture();
    const text = csvText([...transactions(6), transaction(0), transaction(7, { date: 'x' })]);
    await importText(text, { name: 'first.csv' });
    const [book, lens] = [bookContents(workspace), await lensContents(workspace)];
    write(text, 'renamed.csv');
    const again = await importText(text, { name: 'renamed.csv' });
    expect(again).toMatchObject({
      outcome: 'already',
      run: 1,
      fileName: 'first.csv',
      ledger: { read: 8, loaded: 0, rejected: 1, duplicates: 7 },
      tables: { staging: 6, transform: 6, no_retries: 2 },
    });
    expect(bookContents(workspace)).toEqual(book);
    expect(await lensContents(workspace)).toEqual(lens);
  });

  it('of a file that overlaps another loads the rest', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText(transactions(6)));
    const before = bookContents(workspace);
    const { ledger, tables } = await importText(csvText(transactions(6, 3)));
    expect(ledger).toEqual({ read: 6, loaded: 3, rejected: 0, duplicates: 3 });
    expect(tables).toEqual({ staging: 9, transform: 9, no_retries: 3 });
    expect(bookContents(workspace).staging.slice(0, 6)).toEqual(before.staging);
    expect(
      bookRows(
        workspace,
        'SELECT file_token, run_id, line FROM staging JOIN row_places USING (id) WHERE id > 6 ORDER BY id',
      ),
    ).toEqual([6, 7, 8].map((index) => ({ file_token: `tok-${index}`, run_id: 2, line: index - 1 })));
  });

  it('knows a duplicate by its instant and contents, however they are written', async () => {
    const { import: importText } = importFixture();
    await importText(csvText([transaction(0, { date: '2025-01-08T22:00:00.5-05:00', http_code: '200' })]));
    const again = [
      transaction(0, { date: '2025-01-08 22:00:00,500000 -0500', http_code: '200.0' }),
      transaction(0, { date: '2025-01-08T22:00:00.500-05', http_code: ' 2e2 ' }),
    ];
    expect((await importText(csvText(again, { columns: COLUMN_NAMES.toReversed(), delimiter: '|' }))).ledger).toEqual({
      read: 2,
      loaded: 0,
      rejected: 0,
      duplicates: 2,
    });
  });

  it('takes the token alone, or the instant alone, for no repetition', async () => {
    const { ledger } = await importFixture().import(
      csvText([
        transaction(0),
        transaction(0, { date: '2025-01-08T00:00:00.000002-05:00' }),
        transaction(0, { file_token: 'TOK-0' }),
      ]),
    );
    expect(ledger).toEqual({ read: 3, loaded: 3, rejected: 0, duplicates: 0 });
  });

  it('asks nothing of columns that a source lacks', async () => {
    const { import: importText } = importFixture();
    await importText(csvText(transactions(3)));
    const columns = COLUMN_NAMES.filter((name) => !name.startsWith('score_'));
    expect((await importText(csvText(transactions(4), { columns }))).ledger).toEqual({
      read: 4,
      loaded: 1,
      rejected: 0,
      duplicates: 3,
    });
  });

  it('rejects other contents under a known key with both places, within a file and across files', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText([transaction(0), transaction(1)]), { name: 'first.csv' });
    await importText(csvText([transaction(2), transaction(3)]), { name: 'second.csv' });
    const rows = [
      transaction(9),
      transaction(3, { total_time_ms: '501' }),
      transaction(0, { service: 'a, b' }),
      transaction(9, { date: '2025-01-08T05:00:09.000001Z' }),
      transaction(9),
      transaction(9, { documento: '' }),
      transaction(3, { total_time_ms: '501' }),
    ];
    const { ledger } = await importText(csvText(rows), { name: 'third.csv' });
    expect(ledger).toEqual({ read: 7, loaded: 1, rejected: 5, duplicates: 1 });
    const rejects = storedRejects(workspace);
    expect(
      rejects.map(({ run, fileName, line, column, reason, other }) => ({ run, fileName, line, column, reason, other })),
    ).toEqual(
      [
        { line: 3, other: { run: 2, fileName: 'second.csv', line: 3 } },
        { line: 4, other: { run: 1, fileName: 'first.csv', line: 2 } },
        { line: 5, other: { run: 3, fileName: 'third.csv', line: 2 } },
        { line: 7, other: { run: 3, fileName: 'third.csv', line: 2 } },
        { line: 8, other: { run: 2, fileName: 'second.csv', line: 3 } },
      ].map(({ line, other }) => ({ run: 3, fileName: 'third.csv', line, column: null, reason: 'conflict', other })),
    );
    expect(rejects[1]?.rawText).toContain('"a, b"');
    expect(rejects[2]?.rawText).toContain('2025-01-08 05:00:09.000001+00:00');
  });

  it('takes the first of rows that contradict each other, be the next a reject for another reason', async () => {
    const { workspace, import: importText } = importFixture();
    const { ledger } = await importText(
      csvText([transaction(0, { http_code: 'x' }), transaction(0, { service: 'kept' }), transaction(0)]),
    );
    expect(ledger).toEqual({ read: 3, loaded: 1, rejected: 2, duplicates: 0 });
    expect(bookRows(workspace, 'SELECT service, line FROM staging JOIN row_places USING (id)')).toEqual([
      { service: 'kept', line: 3 },
    ]);
    expect(storedRejects(workspace)).toMatchObject([
      { line: 2, reason: 'not-a-number' },
      { line: 4, reason: 'conflict', other: { run: 1, line: 3 } },
    ]);
  });

  it('says that a file is known even where all its rows were rejected', async () => {
    const { import: importText } = importFixture();
    const text = csvText([transaction(0, { http_code: 'x' })]);
    await importText(text);
    expect(await importText(text)).toMatchObject({
      outcome: 'already',
      ledger: { read: 1, loaded: 0, rejected: 1, duplicates: 0 },
    });
  });

  it('takes thousands of conflicts and bad rows without being slowed down by each', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText(transactions(4000)));
    const rows = Array.from({ length: 12_000 }, (_, index) =>
      index < 4000 ? transaction(index, { service: 'other' }) : transaction(index, { http_code: 'x' }),
    );
    const started = performance.now();
    const { ledger } = await importText(csvText(rows));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(ledger).toEqual({ read: 12_000, loaded: 0, rejected: 12_000, duplicates: 0 });
    const rejects = storedRejects(workspace);
    expect(rejects.map(({ line }) => line)).toEqual(Array.from({ length: 12_000 }, (_, index) => index + 2));
    expect(rejects[1234]).toMatchObject({ reason: 'conflict', other: { run: 1, line: 1236 } });
    expect(rejects[1234]?.rawText).toContain('tok-1234,other,1400');
  });
});
