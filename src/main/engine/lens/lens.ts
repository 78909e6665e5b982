import type { DuckDbSession } from '../duckdb-session.ts';
import { LENS_LAYOUT, LENS_STATEMENTS } from './lens-schema.ts';

/** Memory that DuckDB may take, in MiB: with the book's cache and the heap it keeps an import under 1 GB. */
export const LENS_MEMORY = 360;

/** Makes the tables of an empty lens. */
export async function createLens(session: DuckDbSession): Promise<void> {
  await session.run('BEGIN');
  for (const statement of LENS_STATEMENTS) await session.run(statement);
  await setLensStamp(session, 'empty');
  await session.run('COMMIT');
}

/** Which state of the book the lens mirrors; null for one that is not of this build's layout, or not a lens at all. */
export async function lensStamp(session: DuckDbSession): Promise<string | null> {
  try {
    const { stamp, layout } = await session.row('SELECT stamp, layout FROM lens_stamp');
    return layout === LENS_LAYOUT ? String(stamp) : null;
  } catch {
    // No stamp, one of another form, or one that cannot be read.
    return null;
  }
}

/** Says which state of the book the lens mirrors from now on. */
export async function setLensStamp(session: DuckDbSession, stamp: string): Promise<void> {
  await session.run('DELETE FROM lens_stamp');
  await session.run('INSERT INTO lens_stamp VALUES (?, ?)', [stamp, LENS_LAYOUT]);
}
