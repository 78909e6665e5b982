import { extname } from 'node:path';
import { EXPORT_FORMATS } from '../../../shared/contract/calls.ts';
import { AppException } from '../../../shared/result.ts';

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const COPY_OPTIONS: Readonly<Record<ExportFormat, string>> = {
  csv: "FORMAT csv, HEADER true, DELIMITER ','",
  parquet: 'FORMAT parquet, COMPRESSION zstd',
  json: 'FORMAT json, ARRAY true',
};

/** What DuckDB's COPY is told to write a format; straight into the file that it was given, which is a partial one already. */
export function copyOptions(format: ExportFormat): string {
  return `${COPY_OPTIONS[format]}, USE_TMP_FILE false`;
}

/** The format that the ending of a file's name tells; throws `USAGE` where it tells none. */
export function exportFormat(file: string): ExportFormat {
  const ending = extname(file).slice(1).toLowerCase();
  const format = EXPORT_FORMATS.find((known) => known === ending);
  if (format === undefined) {
    throw new AppException(
      'USAGE',
      `The format of ${file} is not known by its ending.`,
      'End the name with .csv, .parquet or .json.',
    );
  }
  return format;
}
