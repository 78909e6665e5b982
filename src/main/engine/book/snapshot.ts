import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { bookStamp } from './book-rows.ts';
import type { BookDatabase } from './open-book.ts';

/** How long a reader waits, at most, for a book that lets nobody in: while it is filled for the first time, or migrated. */
const MILLISECONDS_TO_WAIT = 5000;
const MILLISECONDS_BETWEEN_ATTEMPTS = 50;

/** Tries until the book lets somebody in. Between the attempts the thread is free for others. */
export async function onceLetIn<T>(attempt: () => T, isBusy: (error: unknown) => boolean): Promise<T> {
  const patience = performance.now() + MILLISECONDS_TO_WAIT;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > patience) throw error;
    }
    await sleep(MILLISECONDS_BETWEEN_ATTEMPTS);
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** Begins a transaction that sees one state of the book throughout; returns its stamp. */
export function beginSnapshot(book: BookDatabase): Promise<string> {
  return onceLetIn(() => {
    book.exec('BEGIN');
    try {
      return bookStamp(book);
    } catch (error) {
      endSnapshot(book);
      throw error;
    }
  }, isBusy);
}

/** Ends the transaction, if there is one. */
export function endSnapshot(book: BookDatabase): void {
  if (book.inTransaction) book.exec('ROLLBACK');
}
