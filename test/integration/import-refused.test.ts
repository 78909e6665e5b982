import { mkdirSync, existsSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bookContents, importFile, importFixture, lensContents, refusal } from '../helpers/import-fixture.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a source that is refused', () => {
  it.each([
    ['an empty file', '', 'SOURCE_EMPTY'],
    ['a file of blank lines', '\n\r\n\n', 'SOURCE_EMPTY'],
    ['a file of a byte order mark only', '\uFEFF', 'SOURCE_EMPTY'],
    ['an empty file packed by gzip', gzipSync(''), 'SOURCE_EMPTY'],
    ['an image', PNG, 'SOURCE_FORMAT_UNKNOWN'],
    [
      'a workbook or other archive',
      Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\0\0\0'), Buffer.alloc(600, 7)]),
      'SOURCE_FORMAT_UNKNOWN',
    ],
    ['JSON', '[{"file_token": "a", "date": "b"}]\n', 'REQUIRED_COLUMN_MISSING'],
    ['a CSV of something else', 'name,age\nx,1\n', 'REQUIRED_COLUMN_MISSING'],
    ['rows without a header', csvText(transactions(3)).split('\n').slice(1).join('\n'), 'REQUIRED_COLUMN_MISSING'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
      'SOURCE_FORMAT_UNKNOWN',
    ],
    ['gzip that is cut short', gzipSync(csvText(transactions(300))).subarray(0, -20), 'SOURCE_DAMAGED'],
    [
      'gzip of which only the first bytes are there',
      gzipSync(csvText(transactions(3))).subarray(0, 12),
      'SOURCE_DAMAGED',
    ],
    [
      'a gzip mark and then text',
      Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.from(csvText(transactions(3)))]),
      'SOURCE_DAMAGED',
    ],
  ] satisfies [string, string | Uint8Array, string][])('%s leaves no workspace behind', async (_, content, code) => {
    const { workspace, import: importText } = importFixture();
    const error = await refusal(importText(content));
    expect(error.code).toBe(code);
    expect(error.hint).not.toBe('');
    // oxlint-disable-next-line no-control-regex -- a terminal would obey them
    expect(error.message).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
    expect(existsSync(workspace)).toBe(false);
  });

  it('is one that is missing, or a folder', async () => {
    const { folder, workspace } = importFixture();
    expect(await refusal(importFile(workspace, join(folder, 'nowhere.csv')))).toMatchObject({
      code: 'SOURCE_NOT_FOUND',
    });
    mkdirSync(join(folder, 'folder.csv'));
    expect(await refusal(importFile(workspace, join(folder, 'folder.csv')))).toMatchObject({
      code: 'SOURCE_NOT_READABLE',
    });
    expect(existsSync(workspace)).toBe(false);
  });

  it('leaves a workspace that was there untouched', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText(transactions(5)));
    const [book, lens] = [bookContents(workspace), await lensContents(workspace)];
    const packed = gzipSync(
      csvText(transactions(2000, 10).map((row, index) => ({ ...row, summary_desc: `${Math.sin(index)}` }))),
    );
    for (const [content, code] of [
      [packed.subarray(0, -300), 'SOURCE_DAMAGED'],
      [PNG, 'SOURCE_FORMAT_UNKNOWN'],
      [csvText([transaction(20, { http_code: 'x' })]), 'TOO_MANY_REJECTS'],
    ] as const) {
      expect(await refusal(importText(content, { maxRejects: 0 }))).toMatchObject({ code });
    }
    expect(bookContents(workspace)).toEqual(book);
    expect(await lensContents(workspace)).toEqual(lens);
  });

  it('is one with a zone that does not exist', async () => {
    const { workspace, import: importText } = importFixture();
    const text = csvText([transaction(0)]);
    for (const defaultZone of [
      '',
      'Bogota',
      'America/Nowhere',
      '-25:00',
      '+19:00',
      '+05',
      '-0500',
      '5',
      "UTC'; DROP TABLE runs; --",
    ]) {
      expect(await refusal(importText(text, { defaultZone }))).toMatchObject({ code: 'USAGE' });
    }
    expect(existsSync(workspace)).toBe(false);
  });

  it('is one that changes while it is being imported', async () => {
    const { workspace, write } = importFixture();
    const file = write(csvText(transactions(50)));
    let changed = false;
    const importing = importFile(workspace, file, {
      onProgress: ({ stage }) => {
        if (stage !== 'read' || changed) return;
        changed = true;
        appendFileSync(file, csvText(transactions(50, 50)).split('\n').slice(1).join('\n'));
      },
    });
    expect(await refusal(importing)).toMatchObject({ code: 'SOURCE_CHANGED' });
    expect(existsSync(workspace)).toBe(false);
  });
});

describe('rejects over the limit', () => {
  const text = csvText([
    transaction(0),
    transaction(1, { http_code: 'x' }),
    transaction(2, { date: 'x' }),
    transaction(0, { service: 'other' }),
  ]);

  it('refuse the import and make no workspace', async () => {
    const { workspace, import: importText } = importFixture();
    const error = await refusal(importText(text, { maxRejects: 2 }));
    expect(error).toMatchObject({
      code: 'TOO_MANY_REJECTS',
      message: '3 rows would be rejected, more than the limit of 2; the workspace is as it was before.',
    });
    expect(existsSync(workspace)).toBe(false);
  });

  it('are no obstacle where they are exactly the limit', async () => {
    expect((await importFixture().import(text, { maxRejects: 3 })).ledger).toEqual({
      read: 4,
      loaded: 1,
      rejected: 3,
      duplicates: 0,
    });
  });
});
