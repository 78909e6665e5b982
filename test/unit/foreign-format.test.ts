import { describe, expect, it } from 'vitest';
import { foreignFormat } from '../../src/etl/sources/foreign-format.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const bytes = (text: string): Buffer => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(600)]);

describe('a file of another format', () => {
  it.each([
    ['PK\u0003\u0004\u0014\0\u0006\0[Content_Types].xml', 'an Excel workbook'],
    ['PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet'],
    ['PK\u0003\u0004\u0014\0\0\0january.csv', 'a ZIP archive'],
    ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'an Excel workbook'],
    ['PAR1\x15\x04', 'a Parquet file'],
    ['SQLite format 3\0', 'an SQLite database'],
    ['\x01\x02\x03\x04\x05\x06\x07\x08DUCK', 'a DuckDB database'],
    ['%PDF-1.7', 'a PDF document'],
    ['\x28\xB5\x2F\xFD', 'packed by Zstandard'],
    ['\xFD7zXZ\0', 'packed by xz'],
    ['BZh91AY&SY', 'packed by bzip2'],
    [`january.csv${'\0'.repeat(246)}ustar`, 'a tar archive'],
  ])('%j is %s, and something can be done', (text, name) => {
    expect(foreignFormat(bytes(text))).toEqual({ name, hint: expect.stringMatching(/\.$/) as string });
  });

  it('is none that is text', () => {
    for (const text of ['', 'PAR1,PAR2\n', 'PK,name\n', '%PDF', 'BZh9,1\n', csvText(transactions(9))])
      expect(foreignFormat(Buffer.from(text))).toBeNull();
  });
});
