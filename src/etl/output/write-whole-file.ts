import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AppException } from '../../shared/result.ts';

/** A file that was written. */
export interface WholeFile<T> {
  /** Absolute path. */
  readonly file: string;
  /** Bytes on the disk. */
  readonly bytes: number;
  /** What `write` returned. */
  readonly value: T;
}

/**
 * Writes a file beside its place and renames it, so that a file of that name is whole or untouched. `write` is given the
 * path to write to. Throws `OUTPUT_NOT_WRITABLE` before the work where no file could stand there, and where the disk
 * fails; `CANCELLED` when the signal was raised.
 */
export async function writeWholeFile<T>(
  out: string,
  write: (path: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<WholeFile<T>> {
  const file = resolve(out);
  checkPlace(file);
  const partial = join(dirname(file), `.${randomUUID()}.partial`);
  try {
    const value = await write(partial);
    signal?.throwIfAborted();
    const { size } = await stat(partial);
    await rename(partial, file);
    return { file, bytes: size, value };
  } catch (error) {
    throw translated(error, file, signal);
  } finally {
    await rm(partial, { force: true });
  }
}

function checkPlace(file: string): void {
  const folder = statSync(dirname(file), { throwIfNoEntry: false });
  if (folder === undefined) throw notWritable(file, `The folder ${dirname(file)} does not exist.`);
  if (!folder.isDirectory()) throw notWritable(file, `${dirname(file)} is not a folder.`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    throw notWritable(file, `${file} is a folder.`);
}

function translated(error: unknown, file: string, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true)
    return new AppException('CANCELLED', 'Cancelled.', 'No file was written.', { cause: error });
  // Node.js names the system call that failed; DuckDB, which writes exports itself, says it in words.
  const isFileSystem = error instanceof Error && ('syscall' in error || error.message.startsWith('IO Error'));
  return isFileSystem && !(error instanceof AppException)
    ? notWritable(file, `${file} cannot be written.`, error)
    : error;
}

const notWritable = (file: string, message: string, cause?: unknown): AppException =>
  new AppException(
    'OUTPUT_NOT_WRITABLE',
    message,
    `Check the folder of ${file}, the free space and that you may write there.`,
    { cause },
  );
