import type { Run, StoredReject } from '../../../shared/contract/ledger.ts';
import { findRun } from '../../engine/book/book-rows.ts';
import type { BookDatabase } from '../../engine/book/open-book.ts';
import { findReject } from '../../engine/book/read-rejects.ts';
import { rejectGone } from '../../engine/book/store-correction.ts';

/** A reject and the import that kept it out; throws `ROW_NOT_FOUND` where it is not there. */
export function readReject(book: BookDatabase, id: number): { readonly reject: StoredReject; readonly run: Run } {
  const reject = findReject(book, id);
  const run = reject === null ? null : findRun(book, reject.run);
  if (reject === null || run === null) throw rejectGone();
  return { reject, run };
}
