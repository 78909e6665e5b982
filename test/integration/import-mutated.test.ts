import { parse } from 'csv-parse/sync';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppException } from '../../src/shared/result.ts';
import { guessDelimiter } from '../../src/etl/sources/csv/csv-header.ts';
import { surveyCsv } from '../../src/etl/sources/csv/survey-csv.ts';
import { bookContents, bookRows, importFixture, storedRejects } from '../helpers/import-fixture.ts';
import { madeRows } from '../helpers/staging-maker.ts';
import { COLUMN_NAMES, csvCell, type CsvCells } from '../helpers/transaction-csv.ts';

const MADE: readonly CsvCells[] = madeRows(60, 5).map(({ cells }) => cells);
const NASTY = [
  '',
  ' ',
  '"',
  '""',
  '"x',
  'x"',
  ',',
  ';',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\t',
  'NaN',
  'inf',
  '-',
  '1e999',
  "'",
  '\\',
  '\\N',
  'NULL',
  '=1+1',
  '\uFEFF',
  '\uFFFD',
  '🙂',
  'é',
  'x'.repeat(5000),
  '2025-02-30',
  '<script>',
  '%s%n',
  '${x}',
];

/** A change to the text of a whole file. */
type Damage = (lines: readonly string[]) => readonly string[];

const at = fc.nat(10_000);
const damage: fc.Arbitrary<Damage> = fc.oneof(
  at.map(
    (line): Damage =>
      (lines) =>
        lines.toSpliced(line % lines.length, 1),
  ),
  at.map(
    (line): Damage =>
      (lines) =>
        lines.toSpliced(line % lines.length, 0, lines[line % lines.length] ?? ''),
  ),
  at.map(
    (line): Damage =>
      (lines) =>
        lines.toSpliced(1 + (line % lines.length), 0, ''),
  ),
  fc.tuple(at, at, fc.constantFrom(...NASTY)).map(([line, place, text]): Damage => (lines) => {
    const index = 1 + (line % Math.max(1, lines.length - 1));
    const old = lines[index] ?? '';
    const cut = place % (old.length + 1);
    return lines.toSpliced(index, 1, old.slice(0, cut) + text + old.slice(cut));
  }),
  fc.tuple(at, at).map(([line, length]): Damage => (lines) => {
    const index = line % lines.length;
    return lines.toSpliced(index, 1, (lines[index] ?? '').slice(0, length % 400));
  }),
);

/** Damage that the fast reader can take: rows lost, repeated, cut short or too long, blank lines. */
const harmless: fc.Arbitrary<Damage> = fc
  .tuple(at, fc.constantFrom('drop', 'repeat', 'blank', 'short', 'long'))
  .map(([line, kind]): Damage => (lines) => {
    const index = 1 + (line % (lines.length - 1));
    const old = lines[index] ?? '';
    if (kind === 'drop') return lines.toSpliced(index, 1);
    if (kind === 'repeat') return lines.toSpliced(index, 0, old);
    if (kind === 'blank') return lines.toSpliced(index, 0, '', '');
    return lines.toSpliced(index, 1, kind === 'short' ? 'a few' : `${old},x;y\tz`);
  });

const encode = {
  utf8: (text: string) => Buffer.from(text),
  bom: (text: string) => Buffer.from(`\uFEFF${text}`),
  utf16le: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  utf16be: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  latin1: (text: string) => Buffer.from(text, 'latin1'),
  gzip: (text: string) => gzipSync(text),
} satisfies Record<string, (text: string) => Buffer>;

const source = fc.record({
  rows: fc.subarray([...MADE], { minLength: 1, maxLength: 25 }),
  columns: fc.shuffledSubarray([...COLUMN_NAMES, 'not stored'], { minLength: 76 }),
  cells: fc.array(fc.tuple(at, at, fc.constantFrom(...NASTY)), { maxLength: 6 }),
  delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  damages: fc.array(damage, { maxLength: 4 }),
  encoding: fc.constantFrom(...(Object.keys(encode) as (keyof typeof encode)[])),
  truncated: fc.option(fc.nat(100_000), { freq: 3 }),
});

type Source = typeof source extends fc.Arbitrary<infer T> ? T : never;

function write({ rows, columns, cells, delimiter, lineEnd, damages, encoding, truncated }: Source): {
  readonly text: string;
  readonly content: Buffer;
} {
  const changed: Record<string, string>[] = rows.map((row) => ({ ...row, 'not stored': 'dropped' }));
  for (const [row, column, text] of cells) {
    const target = changed[row % changed.length];
    if (target !== undefined) target[columns[column % columns.length] ?? ''] = text;
  }
  const lines = [columns, ...changed.map((row) => columns.map((name) => row[name] ?? ''))].map((line) =>
    line.map((cell) => csvCell(cell, delimiter)).join(delimiter),
  );
  const text = damages.reduce<readonly string[]>((some, damaging) => damaging(some), lines).join(lineEnd) + lineEnd;
  const whole = encode[encoding](text);
  return { text, content: truncated === null ? whole : whole.subarray(0, truncated % (whole.length + 1)) };
}

describe('any file', () => {
  it('is imported with balanced books, or refused with a code', async () => {
    let imported = 0;
    await fc.assert(
      fc.asyncProperty(source, async (made) => {
        const { workspace, import: importText } = importFixture();
        const { content } = write(made);
        try {
          const { ledger, tables, findings } = await importText(content);
          imported += 1;
          expect(ledger.read).toBe(ledger.loaded + ledger.rejected + ledger.duplicates);
          expect(tables).toMatchObject({ staging: ledger.loaded, transform: ledger.loaded });
          expect(bookRows(workspace, 'SELECT count(*) AS n FROM staging')).toEqual([{ n: ledger.loaded }]);
          expect(storedRejects(workspace)).toHaveLength(ledger.rejected);
          // No two rows of a file stand on one line.
          const lines = [
            ...bookRows(workspace, 'SELECT line FROM row_places').map((row) => row['line']),
            ...storedRejects(workspace).map(({ line }) => line),
          ];
          expect(new Set(lines).size).toBe(lines.length);
          for (const { count, firstLine } of findings) expect(count === 0 || lines.includes(firstLine)).toBe(true);
        } catch (error) {
          if (!(error instanceof AppException)) throw error;
          expect(error.error.code).toMatch(/^(SOURCE_|REQUIRED_COLUMN_MISSING|COLUMN_REPEATED)/);
        }
      }),
      { numRuns: 30 },
    );
    expect(imported).toBeGreaterThan(4);
  });

  it('without damage has as many records as an independent reader finds', async () => {
    const whole = source.map((made) => ({
      ...made,
      damages: [],
      truncated: null,
      encoding: made.encoding === 'latin1' ? ('utf8' as const) : made.encoding,
    }));
    await fc.assert(
      fc.asyncProperty(whole, async (made) => {
        const { text, content } = write(made);
        const { delimiter, lineEnd } = made;
        const records = parse(text, {
          delimiter,
          record_delimiter: lineEnd,
          skip_empty_lines: true,
          relax_column_count: true,
        });
        const { import: importText } = importFixture();
        try {
          expect((await importText(content)).ledger.read).toBe(records.length - 1);
        } catch (error) {
          if (!(error instanceof AppException)) throw error;
          expect(error.error.code).toBe('REQUIRED_COLUMN_MISSING');
        }
      }),
      { numRuns: 10 },
    );
  });

  it('gives the same by the fast and by the careful reader', async () => {
    const regular = fc.record({
      rows: fc.shuffledSubarray([...MADE], { minLength: 10, maxLength: 40 }),
      columns: fc.shuffledSubarray([...COLUMN_NAMES, 'not stored'], { minLength: 80 }),
      cells: fc.array(fc.tuple(at, at, fc.constantFrom(...NASTY.filter((text) => !/[\r\n\0]/.test(text)))), {
        minLength: 10,
        maxLength: 20,
      }),
      delimiter: fc.constantFrom(',', ';', '\t'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      damages: fc.array(harmless, { minLength: 3, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(regular, async (made) => {
        const { text } = write({ ...made, encoding: 'utf8', truncated: null });
        const imported = async (content: Buffer) => {
          const { workspace, write: writeFile, import: importText } = importFixture();
          const file = writeFile(content, 'any.csv');
          const { irregularities } = await surveyCsv(
            file,
            'none',
            guessDelimiter,
            new AbortController().signal,
            () => undefined,
          );
          const { ledger, findings } = await importText(content, { name: 'any.csv' });
          const { staging, transform, no_retries, rejects } = bookContents(workspace);
          const places = bookRows(workspace, 'SELECT * FROM row_places ORDER BY id');
          return {
            careful: irregularities.length > 0,
            told: { ledger, findings, staging, transform, no_retries, rejects, places },
          };
        };
        const [fast, careful] = [
          await imported(Buffer.from(text)),
          await imported(Buffer.from(`\uFEFF${text}`, 'utf16le')),
        ];
        expect([fast.careful, careful.careful]).toEqual([false, true]);
        expect(fast.told).toEqual(careful.told);
      }),
      { numRuns: 6 },
    );
  });
});
