import { AppException } from '../../../shared/result.ts';

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether another process holds the lens's file: what DuckDB says on Unix and on Windows. A path may speak of locks too. */
export function isLensLocked(error: unknown): boolean {
  return /Could not set lock on file|being used by another process/i.test(textOf(error));
}

/** Another program keeps a file of the lens open in a way that leaves no room for us. */
export const lensInUse = (cause: unknown): AppException =>
  new AppException(
    'WORKSPACE_LOCKED',
    'The workspace is open in another process.',
    'Close the other program, or wait until it has finished, and try again.',
    { cause },
  );

/** Whether a block of the lens's file was found unreadable: only reading it shows that, long after it was opened. */
export function isLensDamaged(error: unknown): boolean {
  return /Corrupt database file|does not match stored checksum/i.test(textOf(error));
}

/** Whether DuckDB gave the whole open database up, as it does after finding damage: it must be opened anew. */
export function isLensGivenUp(error: unknown): boolean {
  return /database has been invalidated/i.test(textOf(error));
}

/** Turns what DuckDB throws about the disk into a sentence for the user; anything else passes through. */
export function translateLensError(error: unknown): unknown {
  if (/No space left on device|not enough space on the disk/i.test(textOf(error))) {
    return new AppException(
      'WORKSPACE_DISK_FULL',
      'The disk is full; the workspace is as it was before.',
      'Free some space and try again.',
      {
        cause: error,
      },
    );
  }
  return error;
}
