import { rmSync } from 'node:fs';
import { AppException } from '../../../shared/result.ts';
import { DuckDbSession } from '../duckdb-session.ts';
import { isLensLocked } from './lens-error.ts';
import { LENS_LAYOUT, LENS_STATEMENTS } from './lens-schema.ts';
import { dropUnnumberedRows } from './mirror-rows.ts';

/** Memory that DuckDB may take, in MiB: with the book's cache and the heap it keeps an import under 1 GB. */
export const LENS_MEMORY = 360;

/** Opens the lens for writing, made anew and empty where it is missing, damaged or of another layout. */
export async function openLens(path: string): Promise<DuckDbSession> {
  const session = await openOrDiscard(path);
  // What a killed process had to keep outside its memory.
  rmSync(temporaryFolderOf(path), { recursive: true, force: true });
  const layout = await layoutOf(session);
  if (layout === LENS_LAYOUT) {
    await dropUnnumberedRows(session);
    return session;
  }
  if (layout === 'none') {
    await createTables(session);
    return session;
  }
  session.close();
  discardLens(path);
  const fresh = await DuckDbSession.open({ path, memory: LENS_MEMORY });
  await createTables(fresh);
  return fresh;
}

/** Removes the lens's files; the book can always rebuild it. */
export function discardLens(path: string): void {
  for (const file of [path, `${path}.wal`, temporaryFolderOf(path)]) rmSync(file, { recursive: true, force: true });
}

const temporaryFolderOf = (path: string): string => `${path}.tmp`;

/** Which state of the book the lens mirrors; `empty` for one without rows. */
export async function lensStamp(session: DuckDbSession): Promise<string> {
  const rows = await session.rows('SELECT stamp FROM lens_stamp');
  return String(rows[0]?.['stamp'] ?? 'empty');
}

/** Says which state of the book the lens mirrors from now on. */
export async function setLensStamp(session: DuckDbSession, stamp: string): Promise<void> {
  await session.run('DELETE FROM lens_stamp');
  await session.run('INSERT INTO lens_stamp VALUES (?, ?)', [stamp, LENS_LAYOUT]);
}

async function openOrDiscard(path: string): Promise<DuckDbSession> {
  try {
    return await DuckDbSession.open({ path, memory: LENS_MEMORY });
  } catch (error) {
    if (isLensLocked(error)) {
      throw new AppException(
        'WORKSPACE_LOCKED',
        'The workspace is open in another process.',
        'Close the other window or wait until the other command has finished, and try again.',
        { cause: error },
      );
    }
    discardLens(path);
    return DuckDbSession.open({ path, memory: LENS_MEMORY });
  }
}

async function createTables(session: DuckDbSession): Promise<void> {
  await session.run('BEGIN');
  for (const statement of LENS_STATEMENTS) await session.run(statement);
  await setLensStamp(session, 'empty');
  await session.run('COMMIT');
}

async function layoutOf(session: DuckDbSession): Promise<string> {
  const tables = await session.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'");
  if (tables.length === 0) return 'none';
  try {
    const rows = await session.rows('SELECT layout FROM lens_stamp');
    return String(rows[0]?.['layout'] ?? 'unknown');
  } catch {
    // No stamp, one of another form, or one that cannot be read.
    return 'unknown';
  }
}
