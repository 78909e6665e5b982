import { rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { translateSqliteError } from '../book/sqlite-error.ts';
import { AppException } from '../../../shared/result.ts';
import type { WorkspacePaths } from '../workspace.ts';

/** What a workspace is written for, with the number that the lock's file keeps of it. */
const WORKS = { import: 1, rebuild: 2, change: 3 } as const;
export type WriterWork = keyof typeof WORKS;

/** The right to write a workspace. */
export interface WriterLock {
  readonly kind: 'held';
  readonly release: () => void;
}

/** Somebody else has it: another thread of this process, or another process. */
export interface LockedOut {
  readonly kind: 'locked-out';
  readonly inThisProcess: boolean;
  readonly work: WriterWork | null;
}

/** What the file keeps about its holder is read by others for their message only; it can wait that long for them. */
const MILLISECONDS_TO_NOTE = 1000;
const PAGE_BYTES = 512;

/** How often the file may be gone or another one before that is a fault: each time somebody else has just finished. */
const ATTEMPTS = 20;

/**
 * Takes the right to write a workspace, if nobody has it. The lock is SQLite's own on a file that holds nothing but who
 * took it: it keeps out other threads and other processes alike, and falls with a process that is killed. The file is
 * never opened in another way: closing it would free the locks that this process has on it.
 */
export function tryWriterLock(paths: WorkspacePaths, work: WriterWork): WriterLock | LockedOut {
  try {
    return fromFile(paths.writerLock, work);
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !/^SQLITE_(NOTADB|CORRUPT)/.test(error.code))
      throw translateSqliteError(error, paths.folder);
  }
  // Nobody can hold a lock on what is no database.
  rmSync(paths.writerLock, { force: true });
  return fromFile(paths.writerLock, work);
}

/** Takes the right to write a workspace; throws `WORKSPACE_LOCKED` or `WORKSPACE_BUSY` where somebody has it. */
export function writerLock(paths: WorkspacePaths, work: WriterWork): WriterLock {
  const lock = tryWriterLock(paths, work);
  if (lock.kind === 'locked-out') throw lockedOut(lock);
  return lock;
}

const DOING: Readonly<Record<WriterWork, string>> = {
  import: 'An import into this workspace is running',
  rebuild: 'This workspace is being brought up to date',
  change: 'This workspace is being changed',
};

/** The sentence for somebody who has to wait. */
export function lockedOut({ inThisProcess, work }: LockedOut): AppException {
  const doing = DOING[work ?? 'change'];
  return inThisProcess
    ? new AppException('WORKSPACE_BUSY', `${doing}.`, 'Wait until it has finished, or cancel it, and try again.')
    : new AppException(
        'WORKSPACE_LOCKED',
        `${doing} in another process.`,
        'Wait until it has finished, or end it there, and try again.',
      );
}

function fromFile(path: string, work: WriterWork): WriterLock | LockedOut {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = inodeOf(path);
    const file = new Database(path, { timeout: 0 });
    try {
      // A file that was just made is looked at again: somebody may have removed and made it since.
      if (before !== null) {
        file.pragma(`page_size = ${PAGE_BYTES}`);
        file.pragma('synchronous = OFF');
        if (!begun(file)) return holderOf(file);
        if (inodeOf(path) === before) return noted(file, work) ? held(file, path) : holderOf(file);
      }
    } catch (error) {
      file.close();
      throw error;
    }
    file.close();
  }
  throw new Error('the lock of the workspace comes and goes');
}

/** Keeps who holds the lock in its file; false where somebody else came in meanwhile, who has noted itself and goes first. */
function noted(file: Database.Database, work: WriterWork): boolean {
  file.pragma(`user_version = ${process.pid}`);
  file.pragma(`application_id = ${WORKS[work]}`);
  file.pragma(`busy_timeout = ${MILLISECONDS_TO_NOTE}`);
  file.exec('COMMIT');
  file.pragma('busy_timeout = 0');
  return begun(file);
}

function held(file: Database.Database, path: string): WriterLock {
  return {
    kind: 'held',
    release: () => {
      // While it is locked, where the system lets an open file be removed; else when nobody has it open any more.
      removed(path);
      file.close();
      if (process.platform === 'win32') removed(path);
    },
  };
}

function removed(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays and is taken again by the next writer.
  }
}

/** Which file has this name; null for none. */
const inodeOf = (path: string): bigint | null => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;

function begun(file: Database.Database): boolean {
  try {
    file.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}

const numberOf = (file: Database.Database, pragma: string): number => Number(file.pragma(pragma, { simple: true }));

/** Who holds the lock; closes the file. */
function holderOf(file: Database.Database): LockedOut {
  try {
    const [pid, number] = [numberOf(file, 'user_version'), numberOf(file, 'application_id')];
    const work = (Object.keys(WORKS) as WriterWork[]).find((name) => WORKS[name] === number) ?? null;
    return { kind: 'locked-out', inThisProcess: pid === process.pid, work };
  } catch {
    // The holder is noting itself at this moment.
    return { kind: 'locked-out', inThisProcess: false, work: null };
  } finally {
    file.close();
  }
}
