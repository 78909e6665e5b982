import Database from 'better-sqlite3';
import { AppException } from '../../../shared/result.ts';

/** Turns what SQLite throws into a sentence for the user; anything else passes through. */
export function translateSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  const wrapped = (kind: Parameters<typeof refuse>[0], message: string, hint: string): AppException =>
    refuse(kind, message, hint, error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return wrapped(
      'WORKSPACE_LOCKED',
      'The workspace is being written by another process.',
      'Wait until it has finished, or close it, and try again.',
    );
  }
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return wrapped(
      'WORKSPACE_DAMAGED',
      `${path} is not a readable database.`,
      'Restore the folder from a copy, or import the source files into a new workspace.',
    );
  }
  if (code === 'SQLITE_FULL') {
    return wrapped(
      'WORKSPACE_DISK_FULL',
      'The disk is full; the workspace is as it was before.',
      'Free some space and try again.',
    );
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_PERM') ||
    code.startsWith('SQLITE_IOERR')
  ) {
    return wrapped(
      'WORKSPACE_NOT_WRITABLE',
      `${path} cannot be opened or written (${code}).`,
      'Check that the folder exists and that you may write to it.',
    );
  }
  return error;
}

function refuse(
  kind: 'WORKSPACE_LOCKED' | 'WORKSPACE_DAMAGED' | 'WORKSPACE_DISK_FULL' | 'WORKSPACE_NOT_WRITABLE',
  message: string,
  hint: string,
  cause: unknown,
): AppException {
  return new AppException(kind, message, hint, { cause });
}
