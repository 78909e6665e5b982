/** A value that the lens answers with. Whole numbers beyond 2^53 do not occur in our tables. */
export type LensValue = string | number | boolean | null;
export type LensRow = Readonly<Record<string, LensValue>>;

/** Runs one read-only statement over the lens. `?` placeholders take the parameters in order. */
export interface LensReader {
  rows(sql: string, parameters?: readonly LensValue[]): Promise<readonly LensRow[]>;
}
