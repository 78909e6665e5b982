import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppException } from '../../src/shared/result.ts';
import { guessDelimiter } from '../../src/etl/sources/csv/csv-header.ts';
import { surveyCsv } from '../../src/etl/sources/csv/survey-csv.ts';
import { bookContents, bookRows, importFixture, storedRejects } from '../helpers/import-fixture.ts';
import { MADE, NASTY, at, damagedSource, harmless, writeSource } from '../helpers/damaged-source.ts';
import { COLUMN_NAMES } from '../helpers/transaction-csv.ts';

describe('any file', () => {
  it('is imported with balanced books, or refused with a code', async () => {
    let imported = 0;
    await fc.assert(
      fc.asyncProperty(damagedSource, async (made) => {
        const { workspace, import: importText } = importFixture();
        const { content } = writeSource(made);
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
    const whole = damagedSource.map((made) => ({
      ...made,
      damages: [],
      truncated: null,
      encoding: made.encoding === 'latin1' ? ('utf8' as const) : made.encoding,
    }));
    await fc.assert(
      fc.asyncProperty(whole, async (made) => {
        const { text, content } = writeSource(made);
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
        const { text } = writeSource({ ...made, encoding: 'utf8', truncated: null });
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
