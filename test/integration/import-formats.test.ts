import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bookRows, importFile, importFixture, storedRejects } from '../helpers/import-fixture.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const ACCENTS = 'Cañón – Bogotá €';
/** Five rows of which the fourth cannot be loaded; accents in one cell, a comma and quotes in another. */
const ROWS = transactions(5).map((row, index) => ({
  ...row,
  summary_desc: index === 0 ? ACCENTS : 'one, "two"',
  http_code: index === 3 ? 'bad' : '200',
}));
const TEXT = csvText(ROWS);
const LEDGER = { read: 5, loaded: 4, rejected: 1, duplicates: 0 };
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (text: string): Buffer => utf16(text).swap16();
const windows = (text: string): Buffer =>
  Buffer.from(text.replaceAll('–', '\u0096').replaceAll('€', '\u0080'), 'latin1');

/** A gzip member with its header's flags, which the usual tools do not set but the format allows. */
function member(text: string, flags: number, extra: Buffer): Buffer {
  const body = Buffer.from(text);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(body), 0);
  trailer.writeUInt32LE(body.length, 4);
  return Buffer.concat([Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3]), extra, deflateRawSync(body), trailer]);
}

async function importedAs(content: string | Uint8Array, name?: string) {
  const fixture = importFixture();
  const outcome = await fixture.import(content, name === undefined ? {} : { name });
  const rows = bookRows(
    fixture.workspace,
    'SELECT line, file_token, summary_desc FROM staging JOIN row_places USING (id) ORDER BY id',
  );
  const settings = JSON.parse(
    String(bookRows(fixture.workspace, 'SELECT settings FROM runs')[0]?.['settings']),
  ) as Record<string, unknown>;
  return { outcome, rows, settings, rejects: storedRejects(fixture.workspace) };
}

const expectedRows = (lines: readonly number[], accents = ACCENTS): readonly unknown[] =>
  [0, 1, 2, 4].map((row, index) => ({
    line: lines[index],
    file_token: `tok-${row}`,
    summary_desc: row === 0 ? accents : 'one, "two"',
  }));

describe('an imported file', () => {
  it.each([
    ['plain', TEXT, 'utf-8', 'none'],
    ['with CR LF', TEXT.replaceAll('\n', '\r\n'), 'utf-8', 'none'],
    ['with lone CR', TEXT.replaceAll('\n', '\r'), 'utf-8', 'none'],
    ['without a last line end', TEXT.trimEnd(), 'utf-8', 'none'],
    ['with LF and CR LF mixed', TEXT.replace('\n', '\r\n'), 'utf-8', 'none'],
    ['in UTF-8 with a byte order mark', `\uFEFF${TEXT}`, 'utf-8', 'none'],
    ['in UTF-16 LE with a byte order mark', utf16(`\uFEFF${TEXT}`), 'utf-16le', 'none'],
    ['in UTF-16 LE without one', utf16(TEXT), 'utf-16le', 'none'],
    ['in UTF-16 BE with a byte order mark', swapped(`\uFEFF${TEXT}`), 'utf-16be', 'none'],
    ['in UTF-16 BE without one', swapped(TEXT), 'utf-16be', 'none'],
    ['in Windows-1252', windows(TEXT), 'windows-1252', 'none'],
    ['packed by gzip', gzipSync(TEXT), 'utf-8', 'gzip'],
    ['packed by gzip, in UTF-16', gzipSync(utf16(`\uFEFF${TEXT}`)), 'utf-16le', 'gzip'],
    [
      'packed by gzip in several members',
      Buffer.concat([gzipSync(TEXT.slice(0, 900)), gzipSync(''), gzipSync(TEXT.slice(900))]),
      'utf-8',
      'gzip',
    ],
    ['packed by gzip with a file name in the header', member(TEXT, 8, Buffer.from('x.csv\0')), 'utf-8', 'gzip'],
    ['packed by gzip with a comment in the header', member(TEXT, 16, Buffer.from('note\0')), 'utf-8', 'gzip'],
    [
      'packed by gzip with an extra field in the header',
      member(TEXT, 4, Buffer.from([6, 0, 0x42, 0x43, 2, 0, 0, 0])),
      'utf-8',
      'gzip',
    ],
    ['packed by gzip and padded with zeros', Buffer.concat([gzipSync(TEXT), Buffer.alloc(512)]), 'utf-8', 'gzip'],
  ] satisfies [string, string | Uint8Array, string, string][])(
    '%s is loaded with its lines',
    async (_, content, encoding, compression) => {
      const { outcome, rows, settings, rejects } = await importedAs(content);
      expect(outcome.ledger).toEqual(LEDGER);
      expect(outcome.sha256).toBe(createHash('sha256').update(content).digest('hex'));
      expect(rows).toEqual(expectedRows([2, 3, 4, 6]));
      expect(rejects).toMatchObject([
        { line: 5, column: 'http_code', reason: 'not-a-number', fileName: 'source-1.csv' },
      ]);
      expect(settings).toMatchObject({ encoding, compression, delimiter: ',' });
    },
  );

  it('with blank lines keeps the numbers of its lines, with rows of a wrong width between them too', async () => {
    const [header = '', ...lines] = TEXT.trimEnd().split('\n');
    const text = [
      header,
      '',
      lines[0],
      '',
      '',
      lines[1],
      'too,few',
      lines[2],
      '',
      lines[3],
      `${lines[4]},more,than,enough`,
      '',
      lines[4],
      '',
      '',
    ].join('\n');
    for (const content of [text, text.replaceAll('\n', '\r\n'), utf16(text)]) {
      const { outcome, rows, rejects } = await importedAs(content);
      expect(outcome.ledger).toEqual({ read: 7, loaded: 4, rejected: 3, duplicates: 0 });
      expect(rows).toEqual(expectedRows([3, 6, 8, 13]));
      expect(rejects.map(({ line, reason, rawText }) => [line, reason, rawText?.slice(0, 7)])).toEqual([
        [7, 'too-few-columns', 'too,few'],
        [10, 'not-a-number', 'text,te'],
        [11, 'too-many-columns', 'text,te'],
      ]);
      expect(rejects.at(-1)?.rawText).toMatch(/,more,than,enough$/);
    }
  });

  it('with quoted line breaks and doubled quotes keeps them, and the numbers of its lines', async () => {
    const rows = ROWS.map((row, index) => ({
      ...row,
      summary_desc: index === 0 ? 'first\nsecond\r\n"third"' : 'one, "two"',
    }));
    const { outcome, rows: found, rejects } = await importedAs(csvText(rows));
    expect(outcome.ledger).toEqual(LEDGER);
    expect(found).toEqual(expectedRows([2, 5, 6, 8], 'first\nsecond\r\n"third"'));
    expect(rejects).toMatchObject([{ line: 7 }]);
  });

  it('with quotes that end it is read to its end', async () => {
    const columns = [
      'total_time_ms',
      'date',
      'file_token',
      'summary_code',
      'summary_status',
      'procesoConvenioGuid',
      'convenio',
      'summary_desc',
    ];
    const text = csvText([{ ...transaction(1), summary_desc: 'a "b"' }], { columns, finalLineEnd: false });
    expect(text.endsWith('"a ""b"""')).toBe(true);
    expect((await importedAs(text)).rows).toEqual([{ line: 2, file_token: 'tok-1', summary_desc: 'a "b"' }]);
  });

  it('with a stray quote loses that row only', async () => {
    const lines = csvText(transactions(6)).split('\n');
    lines[2] = lines[2]?.replace('antispoofing OK', '"antispoofing OK') ?? '';
    lines[4] = lines[4]?.replace('antispoofing OK', '"antispoofing" OK') ?? '';
    const { outcome, rejects } = await importedAs(lines.join('\n'));
    expect(outcome.ledger).toEqual({ read: 6, loaded: 4, rejected: 2, duplicates: 0 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'text-after-quote'],
      [5, 'text-after-quote'],
    ]);
    expect(rejects[0]?.rawText).toBe(lines[2]);
  });

  it('with NUL characters rejects their rows', async () => {
    const { outcome, rejects } = await importedAs(
      csvText([transaction(0), transaction(1, { service: 'ma\0in' }), transaction(2)]),
    );
    expect(outcome.ledger).toEqual({ read: 3, loaded: 2, rejected: 1, duplicates: 0 });
    expect(rejects).toMatchObject([{ line: 3, reason: 'nul-character' }]);
  });

  it('with a very long cell keeps it', async () => {
    const long = 'x'.repeat(2_100_000);
    const { outcome, rows } = await importedAs(
      csvText([transaction(0), transaction(1, { summary_desc: long }), transaction(2)]),
    );
    expect(outcome.ledger.loaded).toBe(3);
    expect(rows.map((row) => [row['line'], String(row['summary_desc']).length])).toEqual([
      [2, 15],
      [3, 2_100_000],
      [4, 15],
    ]);
  });

  it('with a delimiter too many at the end of its rows is loaded, by the fast and by the careful reader', async () => {
    const text = TEXT.split('\n')
      .map((line, index) => (index > 0 && line !== '' ? `${line},` : line))
      .join('\n');
    for (const content of [text, utf16(text)]) expect((await importedAs(content)).outcome.ledger).toEqual(LEDGER);
  });

  it('of a header only is imported with no rows', async () => {
    for (const content of [
      csvText([]),
      csvText([], { finalLineEnd: false }),
      gzipSync(csvText([])),
      `${csvText([])}\n\n`,
    ]) {
      const { outcome } = await importedAs(content);
      expect(outcome).toMatchObject({
        ledger: { read: 0, loaded: 0, rejected: 0, duplicates: 0 },
        tables: { staging: 0, transform: 0, no_retries: 0 },
      });
    }
  });

  it.each(['[x]*?.csv', 'it\'s "this" {a,b}.csv', 'back\\[slash].csv', ' ñandú 中 🙂 .csv', '%41;--.csv.gz'])(
    'may be named %j',
    async (name) => {
      const { outcome, rejects } = await importedAs(TEXT, name);
      expect(outcome).toMatchObject({ fileName: name, ledger: LEDGER });
      expect(rejects).toMatchObject([{ fileName: name, line: 5 }]);
    },
  );

  it('may be given by a path that is relative, with a workspace so too', async () => {
    const fixture = importFixture();
    fixture.write(TEXT, '~relative.csv');
    const before = process.cwd();
    try {
      process.chdir(fixture.folder);
      expect((await importFile('any.veriscope', '~relative.csv')).ledger).toEqual(LEDGER);
    } finally {
      process.chdir(before);
    }
    expect(existsSync(`${fixture.folder}/any.veriscope/workspace.sqlite`)).toBe(true);
  });
});
