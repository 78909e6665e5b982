import type { LensRow } from '../../engine/lens-reader.ts';

function wrong(row: LensRow, name: string): Error {
  return new Error(`the lens answered ${typeof row[name]} in ${name}`);
}

/** A number, or `null` where the lens had nothing to compute it from. */
export function maybeNumber(row: LensRow, name: string): number | null {
  const value = row[name];
  if (value === null || typeof value === 'number') return value;
  throw wrong(row, name);
}

/** A number that cannot be missing, such as a count. */
export function number(row: LensRow, name: string): number {
  const value = row[name];
  if (typeof value === 'number') return value;
  throw wrong(row, name);
}

/**
 * A computed fraction to ten significant digits: those after them hold the noise of interpolation and depend on the
 * order in which the engine's threads finish, and the same rows must give the same answer.
 */
export function maybeSteady(row: LensRow, name: string): number | null {
  const value = maybeNumber(row, name);
  return value === null ? null : Number(value.toPrecision(10));
}

export function maybeText(row: LensRow, name: string): string | null {
  const value = row[name];
  if (value === null || typeof value === 'string') return value;
  throw wrong(row, name);
}

export function text(row: LensRow, name: string): string {
  const value = row[name];
  if (typeof value === 'string') return value;
  throw wrong(row, name);
}

/** The only row of an answer that has exactly one. */
export function only(rows: readonly LensRow[]): LensRow {
  const [first, ...more] = rows;
  if (first === undefined || more.length > 0) throw new Error('expected one row');
  return first;
}
