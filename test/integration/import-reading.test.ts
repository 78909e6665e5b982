import { describe, expect, it } from 'vitest';
import type { ReadingChoice } from '../../src/shared/contract/preview.ts';
import { surveyCsv } from '../../src/etl/sources/csv/survey-csv.ts';
import { bookContents, bookRows, importFixture, refusal, storedRejects } from '../helpers/import-fixture.ts';
import { COLUMN_NAMES, csvText, transaction, transactions, type CsvCells } from '../helpers/transaction-csv.ts';

const settingsOf = (workspace: string): Record<string, unknown> =>
  JSON.parse(String(bookRows(workspace, 'SELECT settings FROM runs')[0]?.['settings'])) as Record<string, unknown>;

async function imported(content: string | Uint8Array, reading: Partial<ReadingChoice>, column: string) {
  const { workspace, import: importText } = importFixture();
  const { ledger } = await importText(content, { reading });
  const values = bookRows(workspace, `SELECT "${column}" AS value FROM staging ORDER BY id`).map((row) => row['value']);
  return { ledger, values, settings: settingsOf(workspace), rejects: storedRejects(workspace) };
}

/** The careful reader takes a file with a quoted line break, the fast one this file without it. */
const rowsFor = (careful: boolean, changes: CsvCells): readonly CsvCells[] => [
  transaction(0, changes),
  transaction(1, { ...changes, summary_desc: careful ? 'two\nlines' : 'one line' }),
];

describe.each([
  ['fast', false],
  ['careful', true],
])('the %s reader', (_, careful) => {
  it.each(['^', ' ', "'", '\u0001', '%', ']'])('separates cells at %j where that was chosen', async (delimiter) => {
    const text = csvText(rowsFor(careful, { service: `a${delimiter}b`, http_code: '200' }), { delimiter });
    const { ledger, values, settings } = await imported(text, { delimiter }, 'service');
    expect(ledger).toEqual({ read: 2, loaded: 2, rejected: 0, duplicates: 0 });
    expect(values).toEqual([`a${delimiter}b`, `a${delimiter}b`]);
    expect(settings).toMatchObject({ delimiter, decimalComma: false });
  });

  it('keeps the raw text of a reject in the chosen separation', async () => {
    const text = csvText(rowsFor(careful, { service: 'a^b]', http_code: 'x' }), { delimiter: '^' });
    const { rejects } = await imported(text, { delimiter: '^' }, 'service');
    expect(rejects.map(({ rawText }) => rawText?.split('^').length)).toEqual([80, 80]);
    expect(rejects[0]?.rawText).toContain('^"a^b]"^');
  });

  it.each([
    [',', true, '0,125'],
    [';', true, '0,125'],
    [';', false, '0.125'],
    [';', null, '0,125'],
    [',', null, '0.125'],
  ] as const)('separated by %j reads numbers with decimal comma %s', async (delimiter, decimalComma, written) => {
    const text = csvText(rowsFor(careful, { prob_ibeta2_full_near_img: written }), { delimiter });
    const { values, settings } = await imported(text, { decimalComma }, 'prob_ibeta2_full_near_img');
    expect(values).toEqual([0.125, 0.125]);
    expect(settings['decimalComma']).toBe(written.includes(','));
  });

  it('rejects a decimal comma where a point was chosen', async () => {
    const text = csvText(rowsFor(careful, { prob_ibeta2_full_near_img: '0,125' }), { delimiter: ';' });
    const { ledger } = await imported(text, { decimalComma: false }, 'service');
    expect(ledger).toEqual({ read: 2, loaded: 0, rejected: 2, duplicates: 0 });
  });

  it('feeds columns as they were mapped by hand, and leaves out what was left out', async () => {
    const header = COLUMN_NAMES.map((name) => (name === 'date' ? 'Fecha' : name));
    const text = csvText(rowsFor(careful, { service: 'kept', documento: 'person_9' }), { header });
    const { workspace, import: importText } = importFixture();
    const columnNames = { fecha: 'date', documento: null, nowhere: 'service' };
    const { ledger, findings } = await importText(text, { reading: { columnNames } });
    expect(ledger.loaded).toBe(2);
    expect(bookRows(workspace, 'SELECT DISTINCT documento, service, substr(date, 1, 10) AS day FROM staging')).toEqual([
      { documento: null, service: 'kept', day: '2025-01-08' },
    ]);
    expect(findings).toEqual([
      { kind: 'column-absent', column: 'documento', count: 0, firstLine: null },
      { kind: 'column-dropped', column: 'documento', count: 0, firstLine: null },
    ]);
    expect(settingsOf(workspace)['columnNames']).toEqual({ Fecha: 'date', documento: null });
    expect(JSON.stringify(bookContents(workspace))).not.toContain('person_9');
  });

  it('keeps no text of a broken row from which a column was left out', async () => {
    const text = `${csvText(rowsFor(careful, {}))}too,few\n`;
    const { rejects } = await imported(text, { columnNames: { documento: null } }, 'service');
    expect(rejects).toMatchObject([{ reason: 'too-few-columns', rawText: null }]);
  });
});

describe('a chosen encoding', () => {
  const rows = [transaction(0, { service: 'Cañón €' })];

  it.each([
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-16le', (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-16be', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['windows-1252', (text: string) => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1')],
  ] as const)('%s is taken', async (encoding, encode) => {
    const { values, settings } = await imported(encode(csvText(rows)), { encoding }, 'service');
    expect(values).toEqual(['Cañón €']);
    expect(settings['encoding']).toBe(encoding);
  });

  it('overrides the guess, right or wrong', async () => {
    const text = Buffer.from(csvText(rows));
    expect((await imported(text, { encoding: 'windows-1252' }, 'service')).values).toEqual(['CaÃ±Ã³n â‚¬']);
    const latin = Buffer.from(csvText([transaction(0, { service: 'Cañón' })]), 'latin1');
    expect((await imported(latin, { encoding: 'utf-8' }, 'service')).values).toEqual(['Ca\uFFFD\uFFFDn']);
    const error = await refusal(importFixture().import(text, { reading: { encoding: 'utf-16le' } }));
    expect(error.code).toBe('REQUIRED_COLUMN_MISSING');
  });

  it('leaves ASCII to the fast reader, as it is the same in both encodings', async () => {
    const fixture = importFixture();
    const survey = async (content: string) =>
      surveyCsv(
        fixture.write(content),
        'none',
        () => ',',
        new AbortController().signal,
        () => undefined,
        {
          encoding: 'windows-1252',
        },
      );
    expect(await survey(csvText(transactions(3)))).toMatchObject({ encoding: 'windows-1252', irregularities: [] });
    expect((await survey(csvText(rows))).irregularities).toEqual(['encoding']);
  });
});

describe('the same file again under other settings', () => {
  it('is known and changes nothing, whether it would fit under them or not', async () => {
    const { workspace, import: importText } = importFixture();
    const header = COLUMN_NAMES.map((name) => (name === 'date' ? 'Fecha' : name));
    const text = csvText(transactions(3), { header });
    await importText(text, { reading: { columnNames: { Fecha: 'date' } } });
    const before = bookContents(workspace);
    const others: readonly Partial<ReadingChoice>[] = [
      {},
      { columnNames: { Fecha: 'date', service: null } },
      { columnNames: { Fecha: 'date' }, encoding: 'windows-1252' },
      { columnNames: { Fecha: 'date' }, decimalComma: true },
      { columnNames: { Fecha: 'date' }, delimiter: ';' },
    ];
    for (const reading of others) {
      expect(await importText(text, { reading })).toMatchObject({
        outcome: 'already',
        ledger: { read: 3, loaded: 0, rejected: 0, duplicates: 3 },
      });
    }
    expect(bookContents(workspace)).toEqual(before);
  });

  it('is refused all the same where the settings make no sense', async () => {
    const { import: importText } = importFixture();
    await importText(csvText(transactions(3)));
    for (const reading of [{ delimiter: '7' }, { columnNames: { date: 'nothing' } }])
      expect(await refusal(importText(csvText(transactions(3)), { reading }))).toMatchObject({ code: 'USAGE' });
  });
});
