import type { AppError, Result } from '../../shared/result.ts';

/** A failed call, for code that unwinds by exception: carries the code, the sentence and the hint. */
export class CallFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.message);
    this.name = 'CallFailure';
    this.error = error;
  }
}

/** The value of a result; throws a {@link CallFailure} where there is none. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new CallFailure(result.error);
  return result.value;
}
