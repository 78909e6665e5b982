import { describe, expect, it } from 'vitest';
import type { Words } from '../../../src/renderer/i18n/words.ts';
import { FINDING_KINDS, REJECT_REASONS, type Run } from '../../../src/shared/contract/ledger.ts';
import { ABOUT_THE_FORM, findingWords, knownFinding } from '../../../src/renderer/features/ledger/finding-words.ts';
import { mergedReasons } from '../../../src/renderer/features/ledger/merged-reasons.ts';
import { recordPieces } from '../../../src/renderer/features/ledger/reject-record.ts';
import { reasonAdvice, reasonWords } from '../../../src/renderer/features/ledger/reject-words.ts';
import {
  encodeRejectsFilter,
  EVERY_REJECT,
  parseRejectsFilter,
} from '../../../src/renderer/features/ledger/rejects-route.ts';
import { NEWEST_FIRST, nextOrder, orderedRuns } from '../../../src/renderer/features/ledger/run-order.ts';

describe('words of the ledger', () => {
  it('say something different for every reason and finding in both languages', () => {
    const tables: readonly Words<string>[] = [reasonWords, reasonAdvice, findingWords];
    for (const { texts } of tables)
      for (const text of Object.values(texts)) expect(new Set(Object.values(text)).size).toBe(Object.keys(text).length);
    expect(Object.keys(reasonWords.texts.es).toSorted()).toEqual(REJECT_REASONS.toSorted());
    expect(Object.keys(findingWords.texts.es).toSorted()).toEqual(FINDING_KINDS.toSorted());
  });

  it('know what is about the form of a file', () => {
    expect(ABOUT_THE_FORM.has('column-dropped')).toBe(true);
    expect(knownFinding('from the future')).toBeNull();
  });
});

describe('a filter of rejects in an address', () => {
  it('comes back as it was', () => {
    const filter = { run: 3, reason: 'not-a-date', column: 'date & time' } as const;
    expect(parseRejectsFilter(encodeRejectsFilter(filter))).toEqual(filter);
    expect(encodeRejectsFilter(EVERY_REJECT)).toBeNull();
    expect(parseRejectsFilter(null)).toEqual(EVERY_REJECT);
  });

  it('lets everything through where it is not understood', () => {
    expect(parseRejectsFilter('run=-1&reason=nonsense')).toEqual(EVERY_REJECT);
    expect(parseRejectsFilter('{"selection":1}')).toEqual(EVERY_REJECT);
  });
});

describe('a rejected row in pieces', () => {
  it('is the row as CSV, each cell named', () => {
    const cells = [
      { column: 'a', text: 'x' },
      { column: 'b', text: 'say "no", then' },
      { column: 'c', text: '' },
    ];
    const pieces = recordPieces(cells, ',');
    expect(pieces.map(({ text }) => text).join('')).toBe('x,"say ""no"", then",');
    expect(pieces.map(({ column }) => column)).toEqual(['a', null, 'b', null, 'c']);
  });

  it('quotes by the delimiter of its file', () => {
    const pieces = recordPieces(
      [
        { column: 'a', text: '1,5' },
        { column: 'b', text: 'x;y' },
      ],
      ';',
    );
    expect(pieces.map(({ text }) => text).join('')).toBe('1,5;"x;y"');
  });
});

describe('rejects by reason of several imports', () => {
  it('are added up, most first', () => {
    const run = (...rejectsByReason: { reason: string; count: number }[]) => ({ rejectsByReason });
    expect(
      mergedReasons([
        run({ reason: 'conflict', count: 2 }),
        run({ reason: 'not-a-date', count: 3 }, { reason: 'conflict', count: 2 }),
      ]),
    ).toEqual([
      { reason: 'conflict', count: 4 },
      { reason: 'not-a-date', count: 3 },
    ]);
  });
});

describe('the order of imports', () => {
  const run = (id: number, fileName: string, rejected: number): Run => ({
    id,
    importedAt: `2025-01-0${id}T00:00:00Z`,
    fileName,
    sha256: '',
    bytes: 10 - id,
    settings: {
      format: 'csv',
      delimiter: ',',
      encoding: 'utf-8',
      compression: 'none',
      decimalComma: false,
      defaultZone: 'UTC',
      columns: [],
      columnNames: {},
    },
    ledger: { read: rejected, loaded: 0, rejected, duplicates: 0 },
    productVersion: '0.1.0',
    milliseconds: 1,
  });
  const runs = [run(1, 'file10.csv', 5), run(2, 'file2.csv', 7), run(3, 'file2.csv', 5)];
  const ids = (order: Parameters<typeof orderedRuns>[1]): number[] => orderedRuns(runs, order).map(({ id }) => id);

  it('is the newest first, then by any column, names as people count', () => {
    expect(ids(NEWEST_FIRST)).toEqual([3, 2, 1]);
    expect(ids({ column: 'fileName', direction: 'ascending' })).toEqual([2, 3, 1]);
    expect(ids({ column: 'rejected', direction: 'descending' })).toEqual([2, 1, 3]);
    expect(ids({ column: 'bytes', direction: 'ascending' })).toEqual([3, 2, 1]);
  });

  it('turns round with a second click, and begins with the greatest number', () => {
    const rejected = nextOrder(NEWEST_FIRST, 'rejected');
    expect(rejected).toEqual({ column: 'rejected', direction: 'descending' });
    expect(nextOrder(rejected, 'rejected').direction).toBe('ascending');
    expect(nextOrder(NEWEST_FIRST, 'fileName').direction).toBe('ascending');
  });
});
