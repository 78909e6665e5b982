import { readdirSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUESS_ALL, type ImportPreview, type ReadingChoice } from '../../src/shared/contract/preview.ts';
import { AppException } from '../../src/shared/result.ts';
import { obstacleText } from '../../src/renderer/features/import/obstacle-text.ts';
import { previewCsv } from '../../src/main/services/import/preview-csv.ts';
import { damagedSource, writeSource } from '../helpers/damaged-source.ts';
import { importFixture, refusal, storedRejects } from '../helpers/import-fixture.ts';
import { sampleRows } from '../helpers/sample-rows.ts';
import { COLUMN_NAMES, REQUIRED_NAMES, csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

function preview(
  content: string | Uint8Array,
  reading: Partial<ReadingChoice> = {},
  fixture = importFixture(),
): Promise<ImportPreview> {
  const file = fixture.write(content, 'any.csv');
  return previewCsv({ file, reading: { ...GUESS_ALL, ...reading } }, { signal: new AbortController().signal });
}

/** The cell of a column in a previewed row. */
function cellOf({ columns, rows }: ImportPreview, row: number, column: string): unknown {
  const kept = columns.filter(({ stagingName }) => stagingName !== null);
  return rows[row]?.cells[kept.findIndex(({ stagingName }) => stagingName === column)];
}

describe('a preview', () => {
  it('tells what is guessed, and shows the first rows as they are written', async () => {
    const found = await preview(csvText(transactions(60)));
    expect(found).toMatchObject({
      fileName: 'any.csv',
      compression: 'none',
      delimiter: ',',
      encoding: 'utf-8',
      decimalComma: false,
      missing: [],
      estimatedRows: 60,
      identityWarnings: [],
      obstacle: null,
      datesWithoutOffset: 0,
      dateExample: { written: '2025-01-08T00:00:00.000001-05:00', understood: '2025-01-08T05:00:00.000001Z' },
    });
    expect(found.columns.map(({ stagingName, match }) => [stagingName, match])).toEqual(
      COLUMN_NAMES.map((name) => [name, 'exact']),
    );
    expect(found.rows).toHaveLength(50);
    expect(found.rows[49]).toMatchObject({ line: 51, problem: null });
    expect(cellOf(found, 49, 'file_token')).toEqual({ text: 'tok-49', problem: null });
  });

  it('writes nothing', async () => {
    const fixture = importFixture();
    await preview(csvText(transactions(3)), {}, fixture);
    expect(readdirSync(fixture.folder)).toEqual(['any.csv']);
  });

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${csvText(transactions(3))}`, 'utf16le'), { encoding: 'utf-16le' }],
    [
      'Windows-1252',
      Buffer.from(csvText([transaction(0, { service: 'ñandú' })]), 'latin1'),
      { encoding: 'windows-1252' },
    ],
    ['gzip', gzipSync(csvText(transactions(3))), { compression: 'gzip', estimatedRows: 3 }],
    ['semicolons', csvText(transactions(3), { delimiter: ';' }), { delimiter: ';', decimalComma: true }],
  ] satisfies [string, string | Uint8Array, object][])('knows %s', async (_, content, expected) => {
    const found = await preview(content);
    expect(found).toMatchObject({ ...expected, obstacle: null });
    expect(cellOf(found, 0, 'file_token')).toEqual({ text: 'tok-0', problem: null });
  });

  it('says what an import would say to each cell, to all of a row and to the row as a whole', async () => {
    const text = csvText([
      transaction(0, { http_code: 'x', score_liqe_near_img: 'nan', date: '2025-02-30 10:00:00' }),
      transaction(1, { summary_code: '1.5', file_token: '' }),
      transaction(2, { date: '2025-01-08 10:00:00' }),
    ]);
    const found = await preview(`${text}too,few\n`, { defaultZone: '-05:00' });
    expect(cellOf(found, 0, 'http_code')).toEqual({ text: 'x', problem: 'not-a-number' });
    expect(cellOf(found, 0, 'score_liqe_near_img')).toEqual({ text: 'nan', problem: null });
    expect(cellOf(found, 0, 'date')).toEqual({ text: '2025-02-30 10:00:00', problem: 'not-a-date' });
    expect(cellOf(found, 1, 'summary_code')).toMatchObject({ problem: 'not-a-whole-number' });
    expect(cellOf(found, 1, 'file_token')).toEqual({ text: null, problem: 'key-missing' });
    expect(found.rows[3]).toEqual({ line: 5, cells: [], problem: 'too-few-columns' });
    expect(found.datesWithoutOffset).toBe(2);
    expect(found.dateExample).toEqual({ written: '2025-02-30 10:00:00', understood: null });
  });

  it('follows what is chosen', async () => {
    const rows = [transaction(0, { prob_ibeta2_full_near_img: '0,125', service: 'Cañón' })];
    const content = Buffer.from(csvText(rows, { delimiter: '^' }), 'latin1');
    const chosen = { delimiter: '^', encoding: 'windows-1252', decimalComma: true } as const;
    const found = await preview(content, chosen);
    expect(found).toMatchObject({ ...chosen, obstacle: null });
    expect(cellOf(found, 0, 'prob_ibeta2_full_near_img')).toEqual({ text: '0,125', problem: null });
    expect(cellOf(found, 0, 'service')).toEqual({ text: 'Cañón', problem: null });
    expect(cellOf(await preview(content, { ...chosen, decimalComma: false }), 0, 'prob_ibeta2_full_near_img')).toEqual({
      text: '0,125',
      problem: 'not-a-number',
    });
  });

  it('matches columns, proposes the nearest and never shows a value that would be dropped', async () => {
    const columns = ['Latitud', ...COLUMN_NAMES.filter((name) => name !== 'service'), 'servise'];
    const rows = [transaction(0, { Latitud: 'SECRET-1', servise: 'SECRET-2' })];
    const found = await preview(csvText(rows, { columns }), { columnNames: { documento: null } });
    expect(found.columns[0]).toEqual({ sourceName: 'Latitud', stagingName: null, match: 'unknown', nearest: null });
    expect(found.columns.at(-1)).toEqual({
      sourceName: 'servise',
      stagingName: null,
      match: 'unknown',
      nearest: 'service',
    });
    expect(found.columns.find(({ sourceName }) => sourceName === 'documento')).toMatchObject({ match: 'left-out' });
    expect(found.missing).toEqual([
      { name: 'service', required: false },
      { name: 'documento', required: false },
    ]);
    expect(found.rows[0]?.cells).toHaveLength(77);
    expect(JSON.stringify(found)).not.toMatch(/SECRET|person_0/);
  });

  it('estimates the rows of a file of which it reads the start', async () => {
    const text = csvText(transactions(20_000));
    for (const content of [text, gzipSync(text)]) {
      const { estimatedRows } = await preview(content);
      expect(estimatedRows).toBeGreaterThan(18_000);
      expect(estimatedRows).toBeLessThan(22_000);
    }
  });

  it('shows the start of a very long cell', async () => {
    const found = await preview(csvText([transaction(0, { service: 'x'.repeat(500_000) })]));
    expect(cellOf(found, 0, 'service')).toEqual({ text: `${'x'.repeat(1000)}…`, problem: null });
  });
});

describe('a preview of any file', () => {
  it('says of every row and of the file what an import then says', async () => {
    let imported = 0;
    await fc.assert(
      fc.asyncProperty(damagedSource, async (made) => {
        const fixture = importFixture();
        const { content } = writeSource(made);
        const found = await preview(content, {}, fixture);
        const kept = found.columns.flatMap(({ stagingName }) => stagingName ?? []);
        const told = found.rows.flatMap(({ line, cells, problem }) => {
          const bad = cells.findIndex((cell) => cell.problem !== null);
          const column = problem === null ? (kept[bad] ?? null) : null;
          const reason = problem ?? cells[bad]?.problem ?? null;
          return reason === null ? [] : [{ line, column, reason }];
        });
        try {
          const { ledger } = await fixture.import(content, { name: 'any.csv' });
          imported += 1;
          expect(found.obstacle).toBeNull();
          expect(found.estimatedRows).toBe(ledger.read);
          const rejects = storedRejects(fixture.workspace).filter(({ reason }) => reason !== 'conflict');
          expect(told).toEqual(rejects.map(({ line, column, reason }) => ({ line, column, reason })));
        } catch (error) {
          if (!(error instanceof AppException)) throw error;
          expect(found.obstacle).toEqual(error.error);
        }
      }),
      { numRuns: 40 },
    );
    expect(imported).toBeGreaterThan(8);
  });
});

const xlsx = Buffer.concat([
  Buffer.from('PK\u0003\u0004\u0014\0\u0006\0\b\0\0\0!\0', 'latin1'),
  Buffer.alloc(16),
  Buffer.from('[Content_Types].xml'),
  deflateRawSync('x'.repeat(500)),
]);
const names = (length: number): string =>
  `${COLUMN_NAMES.join(',')},${Array.from({ length }, (_, index) => `more_${index}`).join(',')}\n`;

const OBSTACLES: [string, string | Uint8Array, Partial<ReadingChoice>, string][] = [
  ['an empty file', '', {}, 'SOURCE_EMPTY'],
  ['blank lines', '\n\n', {}, 'SOURCE_EMPTY'],
  ['a workbook', xlsx, {}, 'SOURCE_FORMAT_UNKNOWN'],
  ['a workbook packed by gzip', gzipSync(xlsx), {}, 'SOURCE_FORMAT_UNKNOWN'],
  ['a Parquet file', Buffer.from('PAR1\u0015\u0004\0\0', 'latin1'), {}, 'SOURCE_FORMAT_UNKNOWN'],
  ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)), {}, 'SOURCE_FORMAT_UNKNOWN'],
  ['gzip that is damaged', gzipSync(csvText(transactions(9))).subarray(0, 90), {}, 'SOURCE_DAMAGED'],
  ['a CSV of something else', 'name,age\nx,1\n', {}, 'REQUIRED_COLUMN_MISSING'],
  ['a header that does not end', names(40_000), {}, 'SOURCE_FORMAT_UNKNOWN'],
  ['a column twice', csvText(transactions(2), { columns: [...COLUMN_NAMES, 'date'] }), {}, 'COLUMN_REPEATED'],
  ['a mapping to no column', csvText(transactions(2)), { columnNames: { date: 'dato' } }, 'USAGE'],
  [
    'two columns mapped to one',
    csvText(transactions(2), { columns: [...COLUMN_NAMES, 'a', 'b'] }),
    { columnNames: { a: 'service', b: 'service' } },
    'COLUMN_REPEATED',
  ],
  ['the wrong encoding', csvText(transactions(2)), { encoding: 'utf-16be' }, 'REQUIRED_COLUMN_MISSING'],
  ['the wrong delimiter', csvText(transactions(2)), { delimiter: '|' }, 'REQUIRED_COLUMN_MISSING'],
  ['a delimiter that is none', csvText(transactions(2)), { delimiter: 'a' }, 'USAGE'],
  ['a zone that does not exist', csvText(transactions(2)), { defaultZone: 'Mars/Base' }, 'USAGE'],
];

describe('what stands in the way of an import', () => {
  it.each(OBSTACLES)('is told of %s in the words of the import', async (_, content, reading, code) => {
    const fixture = importFixture();
    const { obstacle } = await preview(content, reading, fixture);
    const error = await refusal(fixture.import(content, { name: 'any.csv', reading }));
    expect(error.code).toBe(code);
    expect(obstacle).toEqual(error);
  });

  it.each(OBSTACLES)('is told of %s in Spanish as exactly as in English', async (_, content, reading) => {
    const { obstacle } = await preview(content, reading);
    if (obstacle === null) throw new Error('nothing stands in the way');
    const { title, detail, hint } = obstacleText(obstacle, 'es');
    expect(detail).toBeNull();
    expect(`${title} ${hint}`).not.toMatch(/\{\{|\b(the|is|and|its|Choose|Check|Give)\b/);
  });

  it('is no reason to throw, as a file that is not there is', async () => {
    const missing = previewCsv(
      { file: `${importFixture().folder}/none.csv`, reading: GUESS_ALL },
      { signal: new AbortController().signal },
    );
    await expect(missing).rejects.toBeInstanceOf(AppException);
  });

  it('still leaves columns to map by hand, which clears it', async () => {
    const header = COLUMN_NAMES.map((name) => (name === 'date' ? 'Fecha de respuesta' : name));
    const text = csvText(transactions(2), { header });
    const found = await preview(text);
    expect(found.obstacle?.code).toBe('REQUIRED_COLUMN_MISSING');
    expect(found.missing).toEqual([{ name: 'date', required: true }]);
    expect(found.rows).toHaveLength(2);
    const mapped = await preview(text, { columnNames: { 'Fecha de respuesta': 'date' } });
    expect(mapped.obstacle).toBeNull();
    expect(mapped.columns.find(({ sourceName }) => sourceName === 'Fecha de respuesta')).toMatchObject({
      match: 'by-hand',
      stagingName: 'date',
    });
  });

  it('where the header is missing shows no value of the row that stands in its place', async () => {
    const rows = transactions(2).map((row) => ({ ...row, documento: '1020304050', convenio: 'Ana Pérez' }));
    const found = await preview(csvText(rows).split('\n').slice(1).join('\n'));
    expect(found.obstacle?.code).toBe('REQUIRED_COLUMN_MISSING');
    expect(JSON.stringify(found)).not.toMatch(/1020304050|Ana|tok-/);
  });
});

describe('values that look like real identities', () => {
  it('are counted by column and shape, with masked examples', async () => {
    const rows = transactions(20).map((row, index) => ({
      ...row,
      user_name: index < 15 ? `ana.${index}@example.test` : 'user_name_3',
      documento: index % 2 === 0 ? String(1_020_304_050 + index) : 'Ana María Pérez',
      convenio: '00000000-0000-4000-8000-00000000000a',
      procesoConvenioGuid: `10203040${index + 10}_2025-01-08_22:49:40`,
    }));
    expect((await preview(csvText(rows))).identityWarnings).toEqual([
      { column: 'user_name', shape: 'email', count: 15, ofRows: 20, maskedExample: 'a••••@••••' },
      {
        column: 'procesoConvenioGuid',
        shape: 'document-number',
        count: 20,
        ofRows: 20,
        maskedExample: '1••••_••••-••••-••••_••••:••••:••••',
      },
      { column: 'convenio', shape: 'uuid', count: 20, ofRows: 20, maskedExample: '0••••-••••-••••-••••-••••' },
      { column: 'documento', shape: 'document-number', count: 10, ofRows: 20, maskedExample: '1••••' },
      { column: 'documento', shape: 'person-name', count: 10, ofRows: 20, maskedExample: 'A•••• •••• ••••' },
    ]);
  });

  it('are found beyond the rows that are shown, and in no other column', async () => {
    const rows = transactions(300).map((row, index) =>
      index === 250 ? { ...row, documento: '52.345.678' } : { ...row, service: 'ana@example.test' },
    );
    expect((await preview(csvText(rows))).identityWarnings).toMatchObject([
      { column: 'documento', count: 1, ofRows: 300 },
    ]);
  });

  it('are not seen in a sample', async () => {
    const rows = sampleRows({ rows: 500, seed: 9 }).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
    );
    expect((await preview(csvText(rows))).identityWarnings).toEqual([]);
    expect(REQUIRED_NAMES).toContain('convenio');
  });
});
