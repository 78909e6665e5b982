import { AppException } from '../../../shared/result.ts';

/** The rows that were counted are not the rows that were found. Nothing is kept of such an import. */
export const notBalanced = (): AppException =>
  new AppException(
    'BOOKS_NOT_BALANCED',
    'The books of this import do not balance; nothing was loaded.',
    'This is a defect: please report it with the shape of the file.',
  );
