import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppException } from '../../../shared/result.ts';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from './book-schema.ts';
import { translateSqliteError } from './sqlite-error.ts';

/** A handle on `workspace.sqlite`. */
export type BookDatabase = Database.Database;

const PAGE_BYTES = 8192;
const CACHE_KIB = 32_768;
/** 256 MiB: checking reads every page, which must not make a large workspace slow to open; `info --check` checks any size. */
const PAGES_CHECKED_ON_OPEN = 32_768;

/**
 * Opens the book of a workspace, brings its schema up to date and checks it. Throws an `AppException` with a
 * `WORKSPACE_…` code for a file that is damaged, foreign, newer than this build, locked or not writable. Not `checked`
 * are the pages of a book that this process has checked already: that reads them all.
 */
export function openBook(path: string, mode: 'read' | 'write', checked = true): BookDatabase {
  try {
    return opened(path, mode, checked);
  } catch (error) {
    throw translateSqliteError(error, path);
  }
}

function opened(path: string, mode: 'read' | 'write', checked: boolean): BookDatabase {
  const isNew = !existsSync(path);
  const database = new Database(path, { fileMustExist: mode === 'read' });
  try {
    if (isNew) database.pragma(`page_size = ${PAGE_BYTES}`);
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    checkIdentity(database, path);
    if (checked) checkPages(database);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const versionOf = (database: BookDatabase): number => Number(database.pragma('user_version', { simple: true }));

const pagesOf = (database: BookDatabase): number => Number(database.pragma('page_count', { simple: true }));

function checkIdentity(database: BookDatabase, path: string): void {
  const version = versionOf(database);
  const tables = Number(database.prepare('SELECT count(*) AS n FROM sqlite_schema').pluck().get());
  if (tables > 0 && database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new AppException(
      'WORKSPACE_DAMAGED',
      `${path} is a database, but not of a Veriscope workspace.`,
      'Choose another folder for the workspace.',
    );
  }
  if (version > SCHEMA_VERSION) {
    throw new AppException(
      'WORKSPACE_TOO_NEW',
      `This workspace was written by a newer Veriscope (schema ${version}; this one reads up to ${SCHEMA_VERSION}).`,
      'Open it with the newer version, or import its source files into a new workspace.',
    );
  }
}

function checkPages(database: BookDatabase): void {
  const damage =
    pagesOf(database) <= PAGES_CHECKED_ON_OPEN ? database.pragma('quick_check(1)', { simple: true }) : 'ok';
  if (damage !== 'ok') {
    throw new AppException(
      'WORKSPACE_DAMAGED',
      `The workspace's database is damaged: ${String(damage)}.`,
      'Restore the folder from a copy, or import the source files into a new workspace.',
    );
  }
}

function migrate(database: BookDatabase): void {
  for (const migration of MIGRATIONS.filter(({ version }) => version > versionOf(database))) {
    database
      .transaction(() => {
        // Another process may have been first.
        if (versionOf(database) >= migration.version) return;
        database.exec(migration.sql);
        database.pragma(`user_version = ${migration.version}`);
        database.pragma(`application_id = ${APPLICATION_ID}`);
      })
      .immediate();
  }
}
