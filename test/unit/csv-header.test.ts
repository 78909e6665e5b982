import { describe, expect, it } from 'vitest';
import { DELIMITERS, guessDelimiter, headerNames, isDelimiter } from '../../src/etl/sources/csv/csv-header.ts';
import { COLUMN_NAMES } from '../helpers/transaction-csv.ts';

describe('a header', () => {
  it.each(DELIMITERS)('is split at %j', (delimiter) => {
    const head = `${COLUMN_NAMES.join(delimiter)}\n1${delimiter}2\n`;
    expect(guessDelimiter(head)).toBe(delimiter);
    expect(headerNames(head, delimiter)).toEqual(COLUMN_NAMES);
  });

  it('tells the delimiter by the names that it knows, not by the count of characters', () => {
    expect(guessDelimiter('file_token;date;convenio;"a,b,c,d,e,f,g,h"\n')).toBe(';');
    expect(guessDelimiter('file_token,date,convenio,a;b;c;d;e;f;g\n')).toBe(',');
    expect(guessDelimiter('only one name\n')).toBe(',');
  });

  it.each([
    ['quoted names', '"file_token","date"\n', ['file_token', 'date']],
    ['a name with the delimiter', '"a,b",date\n', ['a,b', 'date']],
    ['a name with a line break', '"file\ntoken",date\nx,y\n', ['file\ntoken', 'date']],
    ['a byte order mark before a quoted name', '\uFEFF"file_token",date\n', ['file_token', 'date']],
    ['CR LF', 'file_token,date\r\n1,2\r\n', ['file_token', 'date']],
    ['lone CR', 'file_token,date\r1,2\r', ['file_token', 'date']],
    ['no line end', 'file_token,date', ['file_token', 'date']],
    ['blank lines before it', '\n\r\nfile_token,date\n', ['file_token', 'date']],
    ['a stray quote in a name', 'file_token,size 5",date\n', ['file_token', 'size 5"', 'date']],
    ['an empty name', 'file_token,,date\n', ['file_token', '', 'date']],
  ] satisfies [string, string, string[]][])('is read with %s', (_, head, names) => {
    expect(headerNames(head, ',')).toEqual(names);
  });

  it('is empty where there is no text', () => {
    expect(headerNames('', ',')).toEqual([]);
    expect(headerNames('\n\n', ',')).toEqual([]);
  });

  it('is read from a head that was cut in the middle of a later record', () => {
    expect(headerNames('a,b\n1,"2 and then it ends', ',')).toEqual(['a', 'b']);
  });
});

describe('a delimiter', () => {
  it('may be any sign that stands in no name and no number', () => {
    for (const text of [...DELIMITERS, '^', '~', ':', ' ', '\u0001', '\u001F', "'", ']'])
      expect(isDelimiter(text)).toBe(true);
    for (const text of ['', ',,', 'a', 'Z', '5', '"', '\n', '\r', '\0', '.', '-', '+', '_', '\\', 'é', '¦'])
      expect(isDelimiter(text)).toBe(false);
  });
});
