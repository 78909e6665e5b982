import type { LensRow } from '../../engine/lens-reader.ts';

/** A number of an answer, or `null`. */
export function maybeNumber(row: LensRow | undefined, name: string): number | null {
  const value = row?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A number of an answer; 0 where a sum over no rows left it missing. */
export function numberOf(row: LensRow | undefined, name: string): number {
  return maybeNumber(row, name) ?? 0;
}

/** A text of an answer, or `null`. */
export function maybeText(row: LensRow | undefined, name: string): string | null {
  const value = row?.[name];
  return typeof value === 'string' ? value : null;
}
