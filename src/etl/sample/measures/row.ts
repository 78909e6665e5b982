import { STAGING_COLUMNS } from '../../model/staging-columns.ts';

/** The value of a staging column; `null` where the service never ran. */
export type Cell = string | number | null;

const INDEX_BY_NAME = new Map(STAGING_COLUMNS.map(({ name }, index) => [name, index]));

/** Where a staging column stands in a row. */
export function cellIndex(name: string): number {
  const index = INDEX_BY_NAME.get(name);
  if (index === undefined) throw new Error(`the model card has no staging column ${name}`);
  return index;
}

/** A row in which nothing ran yet: one empty cell a staging column. */
export function emptyRow(): Cell[] {
  return STAGING_COLUMNS.map(() => null);
}
