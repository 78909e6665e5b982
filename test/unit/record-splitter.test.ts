import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordSplitter, type CsvRecord } from '../../src/etl/sources/csv/record-splitter.ts';
import { csvCell } from '../helpers/transaction-csv.ts';

function split(text: string, width: number | null = 3, portion = text.length, delimiter = ','): readonly CsvRecord[] {
  const splitter = new RecordSplitter(delimiter, width);
  const records: CsvRecord[] = [];
  for (let from = 0; from < text.length; from += Math.max(1, portion))
    records.push(...splitter.add(text.slice(from, from + Math.max(1, portion))));
  return [...records, ...splitter.end()];
}

const good = (line: number, ...fields: readonly string[]): CsvRecord => ({ kind: 'record', line, fields });

describe('a record splitter', () => {
  it.each([
    ['lines that end with LF', 'a,b,c\n1,2,3\n', [good(1, 'a', 'b', 'c'), good(2, '1', '2', '3')]],
    ['lines that end with CR LF', 'a,b,c\r\n1,2,3\r\n', [good(1, 'a', 'b', 'c'), good(2, '1', '2', '3')]],
    ['lines that end with CR', 'a,b,c\r1,2,3\r', [good(1, 'a', 'b', 'c'), good(2, '1', '2', '3')]],
    [
      'mixed line ends',
      'a,b,c\r\n1,2,3\n4,5,6\r7,8,9',
      [good(1, 'a', 'b', 'c'), good(2, '1', '2', '3'), good(3, '4', '5', '6'), good(4, '7', '8', '9')],
    ],
    ['a last line without line end', '1,2,3', [good(1, '1', '2', '3')]],
    [
      'empty lines, which hold no record but count as lines',
      '\n\n1,2,3\n\r\n4,5,6',
      [good(3, '1', '2', '3'), good(5, '4', '5', '6')],
    ],
    ['empty fields', ',,\n', [good(1, '', '', '')]],
    ['quoted fields with delimiters', '"1,1",2,"3,"\n', [good(1, '1,1', '2', '3,')]],
    ['doubled quotes', '"say ""hi""",2,""""\n', [good(1, 'say "hi"', '2', '"')]],
    [
      'quoted line breaks of all kinds',
      '"1\n1","2\r\n2","3\r3"\n4,5,6\n',
      [good(1, '1\n1', '2\r\n2', '3\r3'), good(5, '4', '5', '6')],
    ],
    ['a quoted last field before the end', '1,2,"3"', [good(1, '1', '2', '3')]],
    ['quotes inside an unquoted field as they are', '1,2" x,3\n', [good(1, '1', '2" x', '3')]],
    ['spaces before a quote as part of an unquoted field', '1, "2",3\n', [good(1, '1', ' "2"', '3')]],
    ['an empty quoted field that is not alone', '"",,\n', [good(1, '', '', '')]],
  ] satisfies [string, string, CsvRecord[]][])('reads %s', (_, text, expected) => {
    for (const portion of [1, 2, 3, 7, text.length]) expect(split(text, 3, portion)).toEqual(expected);
  });

  it.each([
    ['too few fields', '1,2\n4,5,6\n', 'too-few-columns', '1,2'],
    ['too many fields', '1,2,3,4\n4,5,6\n', 'too-many-columns', '1,2,3,4'],
    ['a quote that never closes', '1,"2,3\n4,5,6\n', 'quote-not-closed', '1,"2,3'],
    ['text after a closing quote', '1,"2"x,3\n4,5,6\n', 'text-after-quote', '1,"2"x,3'],
    ['a blank line of spaces', '   \n4,5,6\n', 'too-few-columns', '   '],
    ['a lone quoted nothing, which is a field and not a blank line', '""\n4,5,6\n', 'too-few-columns', '""'],
    ['a NUL character', '1,\0,3\n4,5,6\n', 'nul-character', '1,\0,3'],
    [
      'a quoted field closed on a later line that then has too many fields',
      '1,"2,3\n4",5,6\n',
      'too-many-columns',
      '1,"2,3',
    ],
  ] satisfies [string, string, string, string][])('gives up one line for %s', (_, text, reason, raw) => {
    for (const portion of [1, 3, text.length]) {
      const [first, ...rest] = split(text, 3, portion);
      expect(first).toEqual({ kind: 'broken', line: 1, reason, raw });
      if (!text.includes('4"')) expect(rest).toEqual([good(2, '4', '5', '6')]);
    }
  });

  it('leaves the line end out of the raw text of a broken last line', () => {
    for (const end of ['\n', '\r\n', '\r', '']) {
      expect(split(`1,2${end}`)).toEqual([{ kind: 'broken', line: 1, reason: 'too-few-columns', raw: '1,2' }]);
    }
  });

  it('ignores fields without a value beyond the last column, as the fast reader does', () => {
    expect(split('1,2,3,\n4,5,6,,""\n7,8,9,NULL\n1,2,3,,x\n')).toEqual([
      good(1, '1', '2', '3'),
      good(2, '4', '5', '6'),
      good(3, '7', '8', '9'),
      { kind: 'broken', line: 4, reason: 'too-many-columns', raw: '1,2,3,,x' },
    ]);
  });

  it('loses one row, not the rest of a long text, to a quote without an end', () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `row ${index},with some,text\n`);
    rows[10] = '1,"2,3\n';
    const records = split(rows.join(''), 3, 65_536);
    expect(records).toHaveLength(60_000);
    expect(records.filter(({ kind }) => kind === 'broken')).toEqual([
      { kind: 'broken', line: 11, reason: 'quote-not-closed', raw: '1,"2,3' },
    ]);
  });

  it('takes as long for many stray quotes as for few, by the number of rows', () => {
    const started = performance.now();
    const records = split('1,"2" wide,3\n'.repeat(50_000), 3, 65_536);
    expect(records).toHaveLength(50_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('takes any number of fields where no width is given', () => {
    expect(split('a\nb,c\n', null)).toEqual([good(1, 'a'), good(2, 'b', 'c')]);
  });

  it.each([',', ';', '\t', '|'])(
    'gives back what a writer of CSV wrote, with delimiter %j, however the text arrives',
    (delimiter) => {
      const field = fc.string({
        unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '|', '\n', '\r', ' '),
        maxLength: 6,
      });
      const rows = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 8 });
      fc.assert(
        fc.property(
          rows,
          fc.constantFrom('\n', '\r\n'),
          fc.integer({ min: 1, max: 9 }),
          (written, lineEnd, portion) => {
            const text = written
              .map((fields) => fields.map((value) => csvCell(value, delimiter)).join(delimiter) + lineEnd)
              .join('');
            const read = split(text, 3, portion, delimiter);
            expect(read.map((record) => (record.kind === 'record' ? record.fields : record))).toEqual(written);
            let line = 1;
            for (const [index, record] of read.entries()) {
              expect(record.line).toBe(line);
              line += 1 + (written[index]?.join('x').match(/\r\n|\r|\n/g)?.length ?? 0);
            }
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  it('tells the same however the text is cut, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\0', ' '), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (any, portion) => {
        expect(split(any, 2, portion)).toEqual(split(any, 2));
      }),
      { numRuns: 1000 },
    );
  });
});
