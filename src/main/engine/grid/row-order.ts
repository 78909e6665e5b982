import type { LensValue } from '../lens-reader.ts';
import type { DuckDbSession } from '../duckdb-session.ts';

/** Which rows of the lens and in which order. */
export interface RowOrderQuery {
  /** `FROM … WHERE …`; its placeholders take `parameters` in order. */
  readonly rows: string;
  /** The list of an `ORDER BY`. */
  readonly order: string;
  readonly parameters: readonly LensValue[];
}

/** The ids of a view's rows, in its order. */
export type RowIds = Int32Array | Float64Array;

const LARGEST_SHORT_ID = 0x7fff_ffff;

/** The ids of the rows in their order, or of the first `limit`, in half the memory where they are small enough. */
export async function readRowIds(
  lens: DuckDbSession,
  { rows: source, order, parameters }: RowOrderQuery,
  limit: number | null = null,
): Promise<RowIds> {
  const { largest } = await lens.row('SELECT coalesce(max(id), 0) AS largest FROM transactions');
  const short = Number(largest) <= LARGEST_SHORT_ID;
  const result = await lens.connection.stream(
    `SELECT CAST("id" AS ${short ? 'INTEGER' : 'DOUBLE'}) AS "id" ${source} ORDER BY ${order}${limit === null ? '' : ` LIMIT ${limit}`}`,
    [...parameters],
  );
  const parts: RowIds[] = [];
  for await (const chunk of result) {
    const { items } = chunk.getColumnVector(0) as unknown as { readonly items: RowIds };
    parts.push(items.slice(0, chunk.rowCount));
  }
  const rows = parts.reduce((total, part) => total + part.length, 0);
  const ids = short ? new Int32Array(rows) : new Float64Array(rows);
  let position = 0;
  for (const part of parts) {
    ids.set(part, position);
    position += part.length;
  }
  return ids;
}
