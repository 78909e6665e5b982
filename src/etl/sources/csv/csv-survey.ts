import type { TextEncoding } from './text-encoding.ts';

/** Why DuckDB's reader cannot be trusted with a file, so that the careful reader takes it record by record. */
export type Irregularity =
  | 'encoding'
  | 'quoted-line-break'
  | 'broken-quotes'
  | 'mixed-line-ends'
  | 'nul-bytes'
  | 'very-long-line'
  | 'many-short-lines'
  | 'blank-first-line';

/** What one pass over a CSV file learned, before anything is loaded. */
export interface CsvSurvey {
  /** Of the file as it is on disk, compressed or not; lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly compression: 'none' | 'gzip';
  readonly encoding: TextEncoding;
  /** Records after the header. Exact where the file is regular; the careful reader counts for itself. */
  readonly records: number;
  /** Line numbers (from 1) of empty lines after the header, ascending. They hold no record. */
  readonly blankLines: readonly number[];
  readonly lineEnd: '\n' | '\r\n';
  readonly irregularities: readonly Irregularity[];
  /** The start of the text, decoded: enough for the header. */
  readonly head: string;
  /** Whether the text ends with the head. */
  readonly headIsWhole: boolean;
}
