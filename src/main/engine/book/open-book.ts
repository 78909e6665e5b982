import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { AppException } from '../../../shared/result.ts';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from './book-schema.ts';
import { translateSqliteError } from './sqlite-error.ts';

/** A handle on `workspace.sqlite`. */
export type BookDatabase = Database.Database;

// Read once, when the first database is opened: lets a file be named by a URI, which is the only way to say that nobody writes it.
process.env['SQLITE_USE_URI'] ??= '1';

const PAGE_BYTES = 8192;
const CACHE_KIB = 32_768;
/**
 * Checking reads every page, 350 MB a second: 256 MiB before an import, 8 MiB where somebody waits to read. Damage beyond
 * that is found when it is come across; `info --check` checks any size.
 */
const PAGES_CHECKED = { write: 32_768, read: 1024 } as const;
/** A reader is only kept out for a moment or for long: it must not block its thread meanwhile. */
const TIMEOUT = { write: 5000, read: 100 } as const;

/** Whether this process may write the book and beside it. */
export function canWriteBook(path: string): boolean {
  try {
    for (const place of existsSync(path) ? [path, dirname(path)] : [dirname(path)]) accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens the book of a workspace, brings its schema up to date and checks it. Throws an `AppException` with a
 * `WORKSPACE_…` code for a file that is damaged, foreign, newer than this build, locked or not writable. Not `checked`
 * are the pages of a book that this process has checked already: that reads them all. A book that cannot be written can
 * be read all the same.
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
  const isFrozen = mode === 'read' && !canWriteBook(path);
  const database = isFrozen
    ? openFrozen(path)
    : new Database(path, { fileMustExist: mode === 'read', timeout: TIMEOUT[mode] });
  try {
    if (isNew) database.pragma(`page_size = ${PAGE_BYTES}`);
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    checkIdentity(database, path);
    if (checked) checkPages(database, PAGES_CHECKED[mode]);
    if (isFrozen) refuseOlder(database);
    else migrate(database);
    if (mode === 'read') database.pragma('query_only = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens a book that this process may not write. Without a log beside it nobody is writing it, and SQLite is told so:
 * it would want to make files beside it otherwise.
 */
function openFrozen(path: string): BookDatabase {
  const hasLog = existsSync(`${path}-wal`) || existsSync(`${path}-journal`);
  return new Database(hasLog ? path : `${pathToFileURL(path).href}?immutable=1`, {
    readonly: true,
    timeout: TIMEOUT.read,
  });
}

function refuseOlder(database: BookDatabase): void {
  if (versionOf(database) === SCHEMA_VERSION) return;
  throw new AppException(
    'WORKSPACE_NOT_WRITABLE',
    'This workspace was written by an older Veriscope, and the folder cannot be written to bring it up to date.',
    'Copy the folder to where you may write, and open the copy.',
  );
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

function checkPages(database: BookDatabase, most: number): void {
  const damage = pagesOf(database) <= most ? database.pragma('quick_check(1)', { simple: true }) : 'ok';
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
