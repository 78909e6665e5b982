/** A file that is no CSV, by the mark that its format puts at its start. */
export interface ForeignFormat {
  /** As in "this is …". */
  readonly name: string;
  /** What to do about it. */
  readonly hint: string;
}

/** What an archive is told by lies within its first entries. */
const ARCHIVE_START = 4096;
const SPREADSHEET_HINT = 'Save its sheet as CSV (in the spreadsheet program: Save as, CSV UTF-8) and choose that file.';
const UNPACK_HINT = 'Unpack it, or pack the CSV file with gzip instead, and choose the result.';
const EXPORT_HINT = 'Export its table as CSV and choose that file. A Veriscope workspace is opened by its folder.';

interface Mark {
  readonly at: number;
  /** One character a byte. */
  readonly bytes: string;
  readonly format: ForeignFormat;
}

const MARKS: readonly Mark[] = [
  { at: 0, bytes: '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', format: { name: 'an Excel workbook', hint: SPREADSHEET_HINT } },
  {
    at: 0,
    bytes: 'PAR1\x15',
    format: {
      name: 'a Parquet file',
      hint: "Write it as CSV first, for example in DuckDB: COPY (FROM 'file.parquet') TO 'file.csv'.",
    },
  },
  { at: 0, bytes: 'SQLite format 3\0', format: { name: 'an SQLite database', hint: EXPORT_HINT } },
  { at: 8, bytes: 'DUCK', format: { name: 'a DuckDB database', hint: EXPORT_HINT } },
  { at: 0, bytes: '%PDF-', format: { name: 'a PDF document', hint: 'Choose the CSV file that was exported.' } },
  { at: 0, bytes: '\x28\xB5\x2F\xFD', format: { name: 'packed by Zstandard', hint: UNPACK_HINT } },
  { at: 0, bytes: '\xFD7zXZ\0', format: { name: 'packed by xz', hint: UNPACK_HINT } },
  { at: 0, bytes: '7z\xBC\xAF\x27\x1C', format: { name: 'a 7-Zip archive', hint: UNPACK_HINT } },
  { at: 4, bytes: '1AY&SY', format: { name: 'packed by bzip2', hint: UNPACK_HINT } },
  { at: 257, bytes: 'ustar', format: { name: 'a tar archive', hint: UNPACK_HINT } },
];

/** What a file is by its first bytes, unpacked where it was gzip; null where no mark of another format is there. */
export function foreignFormat(start: Uint8Array): ForeignFormat | null {
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, ARCHIVE_START)).toString('latin1');
  if (text.startsWith('PK\u0003\u0004')) return zipFormat(text);
  return MARKS.find(({ at, bytes }) => text.startsWith(bytes, at))?.format ?? null;
}

/** A workbook is a ZIP archive of documents. */
function zipFormat(text: string): ForeignFormat {
  if (/\[Content_Types\]\.xml|xl\//.test(text)) return { name: 'an Excel workbook', hint: SPREADSHEET_HINT };
  if (text.includes('application/vnd.oasis.opendocument.spreadsheet')) {
    return { name: 'an OpenDocument spreadsheet', hint: SPREADSHEET_HINT };
  }
  return { name: 'a ZIP archive', hint: 'Unpack it and choose the CSV file inside.' };
}
