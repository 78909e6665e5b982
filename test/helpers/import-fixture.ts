import { GUESS_READING, type ReadingChoice } from '../../src/shared/contract/preview.ts';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ImportOutcome } from '../../src/shared/contract/import.ts';
import type { ImportProgress } from '../../src/shared/contract/import-progress.ts';
import type { StoredReject } from '../../src/shared/contract/ledger.ts';
import { AppException, type AppError } from '../../src/shared/result.ts';
import { readRejects } from '../../src/main/engine/book/read-rejects.ts';
import { importCsv } from '../../src/main/engine/import/import-csv.ts';
import { withLens, workspacePaths } from '../../src/main/engine/workspace.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface ImportOptions {
  readonly maxRejects?: number;
  readonly defaultZone?: string;
  readonly reading?: Partial<ReadingChoice>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Imports a file into a workspace. */
export function importFile(workspace: string, file: string, options: ImportOptions = {}): Promise<ImportOutcome> {
  return importCsv(
    {
      workspace,
      file,
      maxRejects: options.maxRejects ?? null,
      defaultZone: options.reading?.defaultZone ?? options.defaultZone ?? 'UTC',
      reading: { ...GUESS_READING, ...options.reading },
    },
    {
      signal: options.signal ?? new AbortController().signal,
      onProgress: options.onProgress ?? (() => undefined),
      productVersion: '0.0.0-test',
      now: () => new Date('2025-02-03T04:05:06.789Z'),
    },
  );
}

/** A folder with a workspace to import texts into, each as a file of its own. */
export interface ImportFixture {
  readonly folder: string;
  readonly workspace: string;
  readonly write: (content: string | Uint8Array, name?: string) => string;
  readonly import: (
    content: string | Uint8Array,
    options?: ImportOptions & { readonly name?: string },
  ) => Promise<ImportOutcome>;
}

/** `from` is a workspace whose files the fixture starts with: a copy is made sooner than an import. */
export function importFixture(folder: string = temporaryFolder(), from?: string): ImportFixture {
  const workspace = join(folder, 'test.veriscope');
  if (from !== undefined) cpSync(from, workspace, { recursive: true });
  let files = 0;
  const write = (content: string | Uint8Array, name = `source-${(files += 1)}.csv`): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  return {
    folder,
    workspace,
    write,
    import: (content, { name, ...options } = {}) => importFile(workspace, write(content, name), options),
  };
}

/** What an import was refused with; fails where it was not, or where what it threw is unforeseen. */
export async function refusal(importing: Promise<unknown>): Promise<AppError> {
  try {
    await importing;
  } catch (error) {
    if (error instanceof AppException) return error.error;
    throw error;
  }
  throw new Error('the import was not refused');
}

export type TableRow = Readonly<Record<string, string | number | null>>;

/** Runs a query over the book of a workspace. */
export function bookRows(workspace: string, sql: string): readonly TableRow[] {
  const book = new Database(workspacePaths(workspace).book, { readonly: true });
  try {
    return book.prepare<[], TableRow>(sql).all();
  } finally {
    book.close();
  }
}

const BOOK_TABLES = ['runs', 'staging', 'transform', 'no_retries', 'rejects', 'findings'] as const;

/** Every row of every table of the book. */
export function bookContents(workspace: string): Readonly<Record<(typeof BOOK_TABLES)[number], readonly TableRow[]>> {
  const entries = BOOK_TABLES.map(
    (table) => [table, bookRows(workspace, `SELECT * FROM ${table} ORDER BY id`)] as const,
  );
  return Object.fromEntries(entries) as Record<(typeof BOOK_TABLES)[number], readonly TableRow[]>;
}

export function storedRejects(workspace: string): readonly StoredReject[] {
  const book = new Database(workspacePaths(workspace).book, { readonly: true });
  try {
    return readRejects(book, 1_000_000, 0);
  } finally {
    book.close();
  }
}

/** Runs a query over the lens of a workspace, which is brought up to the book first. */
export function lensRows(workspace: string, sql: string): Promise<readonly TableRow[]> {
  return withLens(workspace, async (lens) => (await lens.rows(sql)) as readonly TableRow[]);
}

/** Every row of the lens's tables, as text. */
export async function lensContents(workspace: string): Promise<Readonly<Record<string, readonly TableRow[]>>> {
  return withLens(workspace, async (lens) => ({
    staging: (await lens.rows('SELECT COLUMNS(*)::VARCHAR FROM staging ORDER BY id')) as readonly TableRow[],
    transform: (await lens.rows('SELECT COLUMNS(*)::VARCHAR FROM transform ORDER BY id')) as readonly TableRow[],
    no_retries: (await lens.rows('SELECT COLUMNS(*)::VARCHAR FROM no_retries ORDER BY id')) as readonly TableRow[],
  }));
}
