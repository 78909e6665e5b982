import { EXIT_CODE_BY_ERROR } from '../shared/error-codes.ts';
import type { AppError, Result } from '../shared/result.ts';

/** Where the command line writes: data to `out`, all else to `notes`. */
export interface Streams {
  readonly out: NodeJS.WriteStream;
  readonly notes: NodeJS.WriteStream;
}

/** Writes an error for a person on stderr, or as one JSON object on stdout; returns the exit code. */
export function reportError(streams: Streams, error: AppError, json: boolean): number {
  if (json) streams.out.write(`${JSON.stringify({ ok: false, error })}\n`);
  else streams.notes.write(`veriscope: ${error.message}\n  ${error.hint}\n  (${error.code})\n`);
  return EXIT_CODE_BY_ERROR[error.code];
}

/** Writes a call's answer as one JSON object `{ok: true, …}` or in words; returns the exit code. */
export function reportResult<T extends object>(
  streams: Streams,
  result: Result<T>,
  json: boolean,
  inWords: (value: T) => string,
): number {
  if (!result.ok) return reportError(streams, result.error, json);
  const { value } = result;
  streams.out.write(json ? `${JSON.stringify({ ok: true, ...value })}\n` : inWords(value));
  return 0;
}
