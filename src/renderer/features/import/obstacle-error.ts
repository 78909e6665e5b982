import { EXIT_CODE_BY_ERROR, type ErrorCode } from '../../../shared/error-codes.ts';
import type { ImportPreview } from '../../../shared/contract/preview.ts';
import type { AppError } from '../../../shared/result.ts';

const isErrorCode = (code: string): code is ErrorCode => code in EXIT_CODE_BY_ERROR;

/** What stands in the way of an import, as any other failure. */
export function obstacleError({ code, message, hint }: NonNullable<ImportPreview['obstacle']>): AppError {
  return { code: isErrorCode(code) ? code : 'INTERNAL', message, hint };
}
