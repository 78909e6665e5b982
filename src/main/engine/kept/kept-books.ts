import type { BookDatabase } from '../book/open-book.ts';
import { endSnapshot } from '../book/snapshot.ts';
import { openBookToRead, type WorkspacePaths } from '../workspace.ts';

/** More connections than this are opened where as many calls read at a time, and not kept. */
const MOST_IDLE = 3;

/** Connections to the book of one workspace: each call has one to itself, with its own view of the book's state. */
export class KeptBooks {
  readonly #paths: WorkspacePaths;
  readonly #idle: BookDatabase[] = [];
  #isClosed = false;

  constructor(paths: WorkspacePaths) {
    this.#paths = paths;
  }

  async take(): Promise<BookDatabase> {
    return this.#idle.pop() ?? openBookToRead(this.#paths, false);
  }

  giveBack(book: BookDatabase): void {
    try {
      endSnapshot(book);
    } catch {
      // A statement that was left half read: the connection is of no more use.
      book.close();
      return;
    }
    if (this.#isClosed || this.#idle.length >= MOST_IDLE) book.close();
    else this.#idle.push(book);
  }

  close(): void {
    this.#isClosed = true;
    for (const book of this.#idle.splice(0)) book.close();
  }
}
