import type { BookDatabase } from './book/open-book.ts';
import type { DuckDbSession } from './duckdb-session.ts';
import { existingWorkspace, withBook, withLens, type LensReading } from './workspace.ts';

/** How services reach the databases of a workspace to read them. */
export interface WorkspaceAccess {
  /** Gives `use` the lens, brought up to the book, and the book. */
  withLens<T>(
    folder: string,
    use: (lens: DuckDbSession, book: BookDatabase) => Promise<T>,
    reading?: LensReading,
  ): Promise<T>;
  /** Gives `use` the book alone: it never waits for the lens. */
  withBook<T>(folder: string, use: (book: BookDatabase) => T | Promise<T>): Promise<T>;
}

/** Opens what a call needs and closes it afterwards: for a process that answers one call. */
export const ACCESS_PER_CALL: WorkspaceAccess = {
  withLens,
  withBook: async (folder, use) => withBook(existingWorkspace(folder), 'read', use),
};
