import type { ErrorCode } from './error-codes.ts';

/**
 * What went wrong, for a person: a stable `code`, a sentence (`message`) that says what happened and a `hint` that says
 * what to do about it. Never holds a value of an identifying column.
 */
export interface AppError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Err {
  readonly ok: false;
  readonly error: AppError;
}

/** The outcome of a call that may fail for a reason the user can act on. */
export type Result<T> = Ok<T> | Err;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function err(code: ErrorCode, message: string, hint: string): Err {
  return { ok: false, error: { code, message, hint } };
}

/** Carries an {@link AppError} through code that unwinds by exception (a database transaction); the edge turns it back into an {@link Err}. */
export class AppException extends Error {
  readonly error: AppError;

  constructor(code: ErrorCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppException';
    this.error = { code, message, hint };
  }

  toErr(): Err {
    return { ok: false, error: this.error };
  }
}

/** The value of a result; throws the error of one that failed. */
export function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, message, hint } = result.error;
  throw new AppException(code, message, hint);
}
