import { describe, expect, it } from 'vitest';
import { bookRows, importFixture, storedRejects } from '../helpers/import-fixture.ts';
import { readDate } from '../helpers/date-reference.ts';
import { csvText, transaction, type CsvCells } from '../helpers/transaction-csv.ts';

interface Case {
  readonly column: string;
  readonly text: string;
  /** What is stored, or why the row is kept out. */
  readonly becomes: string | number | null;
  readonly rejected?: boolean;
}

const good = (column: string, text: string, becomes: string | number | null): Case => ({ column, text, becomes });
const bad = (column: string, text: string, reason: string): Case => ({ column, text, becomes: reason, rejected: true });

const CASES: readonly Case[] = [
  good('http_code', '590.0', 590),
  good('http_code', ' 200 ', 200),
  good('http_code', '1e5', 100_000),
  good('summary_code', '0203', 203),
  good('summary_code', '0000', 0),
  good('img_size_near_img_width', '9007199254740991', 9_007_199_254_740_991),
  bad('http_code', '590.5', 'not-a-whole-number'),
  bad('http_code', '9007199254740993', 'not-a-whole-number'),
  bad('http_code', '1e400', 'not-a-whole-number'),
  bad('http_code', 'inf', 'not-a-number'),
  bad('http_code', 'Infinity', 'not-a-number'),
  bad('http_code', '0x10', 'not-a-number'),
  bad('http_code', 'two', 'not-a-number'),
  bad('http_code', '12 ms', 'not-a-number'),
  good('total_time_ms', '1e3', 1000),
  good('total_time_ms', ' 12.5', 12.5),
  good('total_time_ms', '0.1', 0.1),
  bad('total_time_ms', 'inf', 'not-a-number'),
  bad('total_time_ms', '1,5', 'not-a-number'),
  bad('prob_ibeta2_full_far_img', '50%', 'not-a-number'),
  ...['', ' ', 'NaN', 'nan', 'NA', 'N/A', 'NULL', 'null', 'None', '\\N', '-'].map((word) =>
    good('score_topiq_far_img', word, null),
  ),
  ...['NaN', 'NULL', ''].map((word) => good('http_code', word, null)),
  ...['', 'NULL', 'None', '\\N', '  '].map((word) => good('convenio', word, null)),
  good('convenio', 'NaN', 'NaN'),
  good('documento', '007', '007'),
  good('documento', ' 7 ', ' 7 '),
  good('service', 'ñ 日本 🙂', 'ñ 日本 🙂'),
  good('service', '=SUM(A1)', '=SUM(A1)'),
  good('service', '"; DROP TABLE staging; --', '"; DROP TABLE staging; --'),
  good('service', 'a\u2028b\u00A0', 'a\u2028b\u00A0'),
  ...[
    '2025-01-08T22:49:46.404009-05:00',
    '2025-01-08 22:49:46',
    '2025-01-08T22:49:46.123456789Z',
    '2024-02-29T23:59+0545',
  ].map((date) => good('date', date, readDate(date)?.canonical ?? null)),
  ...[
    '2025-02-30T00:00:00Z',
    '2025-01-08T24:00:00Z',
    '2025-01-08T00:00:60Z',
    '0000-01-01T00:00:00Z',
    '2025-01-08T00:00:00+25:00',
    '2025-01-08',
    'soon',
  ].map((date) => bad('date', date, 'not-a-date')),
  bad('date', '', 'key-missing'),
  bad('date', 'NULL', 'key-missing'),
  bad('file_token', '', 'key-missing'),
  bad('file_token', 'None', 'key-missing'),
  bad('file_token', '   ', 'key-missing'),
];

const rows: readonly CsvCells[] = CASES.map(({ column, text }, index) => transaction(index, { [column]: text }));

describe('cells of an imported file', () => {
  it.each([
    ['the fast reader', (text: string) => text],
    ['the careful reader', (text: string) => Buffer.from(text, 'utf16le')],
  ] satisfies [string, (text: string) => string | Uint8Array][])(
    'are stored or rejected one by one, by %s',
    async (_, encode) => {
      const { workspace, import: importText } = importFixture();
      const { ledger } = await importText(encode(csvText(rows)));
      const kept = CASES.filter(({ rejected }) => rejected !== true);
      expect(ledger).toEqual({
        read: CASES.length,
        loaded: kept.length,
        rejected: CASES.length - kept.length,
        duplicates: 0,
      });

      const staging = new Map(
        bookRows(workspace, 'SELECT * FROM staging JOIN row_places USING (id)').map((row) => [row['line'], row]),
      );
      const rejects = new Map(storedRejects(workspace).map((reject) => [reject.line, reject]));
      for (const [index, { column, text, becomes, rejected }] of CASES.entries()) {
        const line = index + 2;
        if (rejected === true) {
          const reject = rejects.get(line);
          expect([text, reject?.column, reject?.reason]).toEqual([text, column, becomes]);
          // The row as it stood; a cell that says "missing" in words comes back as an empty one.
          const raw = csvText([{ ...rows[index], [column]: ['NULL', 'None'].includes(text) ? '' : text }]).split(
            '\n',
          )[1];
          expect(reject?.rawText).toBe(raw);
        } else expect([text, staging.get(line)?.[column]]).toEqual([text, becomes]);
      }
    },
  );

  it('have their instant in UTC, whatever clock they were written on', async () => {
    const { workspace, import: importText } = importFixture();
    const dates = [
      '2025-01-08T22:49:46.404009-05:00',
      '2025-01-09T03:49:46.404009Z',
      '2025-07-01 12:00:00',
      '2025-01-01 12:00:00',
      '1999-12-31 23:59:59.999999',
    ];
    await importText(csvText(dates.map((date, index) => transaction(index, { date }))), {
      defaultZone: 'America/New_York',
    });
    expect(bookRows(workspace, 'SELECT date, x_epoch_us FROM staging ORDER BY id')).toEqual(
      dates.map((date) => {
        const read = readDate(date, 'America/New_York');
        return { date: read?.canonical, x_epoch_us: Number(read?.epochMicroseconds) };
      }),
    );
  });

  it('are told by the first unreadable one of a row, in the order of the source', async () => {
    const { workspace, import: importText } = importFixture();
    const columns = [
      'date',
      'http_code',
      'file_token',
      'summary_code',
      'summary_status',
      'summary_desc',
      'total_time_ms',
      'procesoConvenioGuid',
      'convenio',
    ];
    await importText(csvText([transaction(0, { http_code: 'x', file_token: '', total_time_ms: 'y' })], { columns }));
    expect(storedRejects(workspace)).toMatchObject([{ column: 'http_code', reason: 'not-a-number', line: 2 }]);
  });
});
