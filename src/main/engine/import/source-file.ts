import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppException } from '../../../shared/result.ts';
import { foreignFormat } from '../../../etl/sources/foreign-format.ts';

const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** A file that can be read. */
export interface SourceFile {
  readonly bytes: number;
  readonly compression: 'none' | 'gzip';
  /** Differs once the file was written to or replaced. */
  readonly version: string;
}

/** What a source file is; throws where there is none to read. */
export function checkedSourceFile(file: string): SourceFile {
  const name = basename(file);
  try {
    const stat = statSync(file);
    if (!stat.isFile()) {
      throw new AppException(
        'SOURCE_NOT_READABLE',
        `${name} is not a file.`,
        'Give the path of a CSV file, plain or gzip.',
      );
    }
    if (stat.size === 0) {
      throw new AppException(
        'SOURCE_EMPTY',
        `${name} is empty.`,
        'Choose the CSV file that was exported, with its header in the first line.',
      );
    }
    const start = Buffer.alloc(GZIP_MAGIC.length);
    const handle = openSync(file, 'r');
    try {
      readSync(handle, start, 0, start.length, 0);
    } finally {
      closeSync(handle);
    }
    const compression = GZIP_MAGIC.every((byte, index) => start[index] === byte) ? 'gzip' : 'none';
    return { bytes: stat.size, compression, version: versionOf(file) };
  } catch (error) {
    if (error instanceof AppException) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw missing
      ? new AppException('SOURCE_NOT_FOUND', `There is no file ${file}.`, 'Check the path.', { cause: error })
      : new AppException('SOURCE_NOT_READABLE', `${name} cannot be read.`, 'Check that you may read the file.', {
          cause: error,
        });
  }
}

function versionOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'gone' : `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}

/** Throws `SOURCE_CHANGED` where the file is no longer the one that was checked: it is read more than once. */
export function refuseChanged(file: string, { version }: SourceFile): void {
  if (versionOf(file) === version) return;
  throw new AppException(
    'SOURCE_CHANGED',
    `${basename(file)} was changed while it was imported; the workspace is as it was before.`,
    'Wait until the program that writes it has finished, and import it again.',
  );
}

/** Throws `SOURCE_FORMAT_UNKNOWN` where the content of a file begins as that of another format does. */
export function refuseForeign(file: string, start: Uint8Array): void {
  const format = foreignFormat(start);
  if (format !== null) {
    throw new AppException(
      'SOURCE_FORMAT_UNKNOWN',
      `${basename(file)} is ${format.name}, not a CSV file.`,
      format.hint,
    );
  }
}

/** Runs a reading of the source and tells a failure of the file or its compression from one of ours. */
export async function damagedSource<T>(file: string, signal: AbortSignal, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (signal.aborted || error instanceof AppException) throw error;
    if (code.startsWith('Z_')) {
      throw new AppException(
        'SOURCE_DAMAGED',
        `The gzip file ${basename(file)} is damaged or cut short.`,
        'Copy or download it again, or unpack what can be saved of it and import that.',
        { cause: error },
      );
    }
    if (/^E[A-Z]+$/.test(code)) {
      throw new AppException(
        'SOURCE_NOT_READABLE',
        `${basename(file)} could not be read to its end (${code}).`,
        'Check the disk and that you may read the file.',
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}

/** Throws `USAGE` for a zone that is neither UTC, nor an offset, nor an IANA name. */
export function validZone(zone: string): void {
  if (/^[+-](0\d|1[0-8]):[0-5]\d$/.test(zone)) return;
  try {
    // JavaScript knows further forms of offsets, DuckDB does not.
    if (!/^[a-z]/i.test(zone)) throw new RangeError('not a name');
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new AppException(
      'USAGE',
      `"${zone}" is no time zone.`,
      'Give UTC, an offset such as -05:00, or a name such as America/Bogota.',
    );
  }
}
