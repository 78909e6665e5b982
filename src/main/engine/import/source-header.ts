import type { ImportRequest } from '../../../shared/contract/import.ts';
import { AppException, type Result } from '../../../shared/result.ts';
import {
  bindColumns,
  checkedColumnNames,
  countKnownNames,
  matchColumns,
  type ColumnBinding,
  type ColumnMatch,
  type ColumnNames,
} from '../../../etl/sources/column-binding.ts';
import { guessDelimiter, isDelimiter, readHeader } from '../../../etl/sources/csv/csv-header.ts';
import { HEAD_BYTES } from '../../../etl/sources/csv/survey-csv.ts';

/** What a person chose about the reading of a source. */
export type Reading = ImportRequest['reading'];

/** The start of a source's text. */
export interface SourceHead {
  readonly fileName: string;
  readonly text: string;
  /** Whether the source ends with it. */
  readonly isWhole: boolean;
}

/** The first record of a source, as chosen or guessed, before it is known to fit. */
export interface SourceHeader {
  readonly delimiter: string;
  readonly decimalComma: boolean;
  readonly names: readonly string[];
  readonly matches: readonly ColumnMatch[];
  /** Whether the record's end was seen. */
  readonly ended: boolean;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new AppException(result.error.code, result.error.message, result.error.hint);
  return result.value;
}

/** Throws `USAGE` for a delimiter that cannot separate cells and a column that is mapped to none. */
export function checkReading({ delimiter, columnNames }: Pick<Reading, 'delimiter' | 'columnNames'>): void {
  if (delimiter !== null && !isDelimiter(delimiter)) {
    throw new AppException(
      'USAGE',
      `${JSON.stringify(delimiter)} cannot separate the cells of a CSV.`,
      'Give one character that stands in no name and in no number, such as a comma, a semicolon, a tab or a bar.',
    );
  }
  valueOf(checkedColumnNames(columnNames));
}

/** The delimiter that a person chose, or the guess. */
export const delimiterOf = (text: string, { delimiter }: Pick<Reading, 'delimiter'>): string =>
  delimiter ?? guessDelimiter(text);

/** Splits the header and matches its names; the reading must have passed {@link checkReading}. */
export function readSourceHeader(
  text: string,
  reading: Pick<Reading, 'delimiter' | 'decimalComma' | 'columnNames'>,
): SourceHeader {
  const delimiter = delimiterOf(text, reading);
  const { names, ended } = readHeader(text, delimiter);
  return {
    delimiter,
    // Where a semicolon separates, the comma mostly is taken.
    decimalComma: reading.decimalComma ?? delimiter === ';',
    names,
    matches: matchColumns(names, valueOf(checkedColumnNames(reading.columnNames))),
    ended,
  };
}

/** What binds a header's columns to the model card; throws the refusal of a source that does not fit. */
export function bindSource(
  head: SourceHead,
  { names, ended }: SourceHeader,
  { encoding, columnNames }: Pick<Reading, 'encoding' | 'columnNames'>,
): ColumnBinding {
  const known = countKnownNames(names);
  if (known === 0 && head.text.includes('\0')) {
    throw encoding === null
      ? new AppException(
          'SOURCE_FORMAT_UNKNOWN',
          `${head.fileName} is not a text file.`,
          'Give a CSV file, plain or gzip; of a workbook, export its sheet as CSV.',
        )
      : new AppException(
          'SOURCE_FORMAT_UNKNOWN',
          `${head.fileName} is not a text in ${encoding}.`,
          'Choose another encoding, or let it be guessed.',
        );
  }
  if (head.text.trim() === '' || (names.length === 0 && ended)) {
    throw new AppException(
      'SOURCE_EMPTY',
      `${head.fileName} holds no header.`,
      'Choose the CSV file that was exported, with its header in the first line.',
    );
  }
  if (!ended && !head.isWhole) {
    throw new AppException(
      'SOURCE_FORMAT_UNKNOWN',
      `The header of ${head.fileName} does not end within its first ${HEAD_BYTES / 1024} kB.`,
      'Check that its lines end with a line feed and that the quotes of its first line close.',
    );
  }
  return valueOf(bindColumns(names, columnNames));
}

/** What was mapped by hand and found in the source. */
export function usedColumnNames(matches: readonly ColumnMatch[]): ColumnNames {
  return Object.fromEntries(
    matches
      .filter(({ match }) => match === 'by-hand' || match === 'left-out')
      .map(({ sourceName, stagingName }) => [sourceName, stagingName]),
  );
}
