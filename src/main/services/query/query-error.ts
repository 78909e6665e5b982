import { AppException } from '../../../shared/result.ts';
import { isLensDamaged } from '../../engine/lens/lens-error.ts';

/** Says that a statement is not allowed, whatever it would have answered. */
export const queryRefused = (message: string, cause?: unknown): AppException =>
  new AppException(
    'QUERY_REFUSED',
    message,
    'The workspace is read-only here; use import and export to change or copy data.',
    { cause },
  );

const OUTSIDE = /^Permission Error: Cannot access (?:file|directory) "(.*?)"/;
const EXTENSION = /(?:exists in|requires?|missing|load(?:ing)?) (?:the |an? )?"?(\w+)"? extension/i;
const CHANGE = /attached in read-only mode|configuration has been locked/;

/** Turns what DuckDB throws into `QUERY_REFUSED` where the seal kept something out, else into `QUERY_FAILED`. */
export function queryError(error: unknown): AppException {
  if (error instanceof AppException) return error;
  const message = (error instanceof Error ? error.message : String(error)).replace(
    /^Failed to extract statements: /,
    '',
  );
  const outside = OUTSIDE.exec(message);
  if (outside !== null) {
    return queryRefused(
      `A query reads the tables of its workspace only: "${outside[1] ?? ''}" cannot be reached.`,
      error,
    );
  }
  const extension = EXTENSION.exec(message);
  if (extension !== null) {
    return queryRefused(`That needs DuckDB's extension "${extension[1] ?? ''}", and none can be loaded here.`, error);
  }
  if (CHANGE.test(message)) return queryRefused('Only a query can be run here: nothing can be changed.', error);
  if (message.startsWith('Out of Memory Error')) {
    return new AppException(
      'QUERY_FAILED',
      'The query needs more memory than it may take.',
      'Select fewer columns, filter earlier, or group before you join or sort.',
      { cause: error },
    );
  }
  return new AppException(
    'QUERY_FAILED',
    message,
    'Correct the statement. The tables are staging, transform and no_retries; DESCRIBE transform lists the columns.',
    { cause: error },
  );
}

/** Whether a query's error tells that the lens is damaged: it can raise an error of any text, but not one of this kind. */
export function isQueryDamage(error: unknown): boolean {
  return String(error).startsWith('Error: IO Error') && isLensDamaged(error);
}
