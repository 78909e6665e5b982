import type { ColumnBinding } from '../sources/column-binding.ts';
import { DUCKDB } from '../sql/dialects.ts';

/** The key of a transaction: the token of its images and the instant of its answer. */
export const KEY_COLUMNS = '"file_token", "x_epoch_us"';

const SAME_KEY = 'later."file_token" = earlier."file_token" AND later."x_epoch_us" = earlier."x_epoch_us"';

/** Transactions from `firstId` on whose key one before `firstId` has: `id` and `other`, the id of the one that the workspace holds. */
export function knownKeysQuery(firstId: number): string {
  return `SELECT later.id AS id, earlier.id AS other FROM transactions AS later JOIN transactions AS earlier ON ${SAME_KEY}
WHERE later.id >= ${firstId} AND earlier.id < ${firstId}`;
}

/** Transactions from `firstId` on whose key an earlier one from `firstId` on has: `id`, and `other`, the first such one's id. */
export function repeatedKeysQuery(firstId: number): string {
  return `WITH earlier AS (
  SELECT min(id) AS first, ${KEY_COLUMNS} FROM transactions WHERE id >= ${firstId} GROUP BY ${KEY_COLUMNS} HAVING count(*) > 1
)
SELECT later.id AS id, earlier.first AS other FROM earlier JOIN transactions AS later ON ${SAME_KEY} WHERE later.id > earlier.first`;
}

/**
 * For a table of pairs (`id`, `other`) also `same`: equal in every column that the source holds (a duplicate, else a
 * conflict). What the source lacks says nothing. The same instant on another clock is another content.
 */
export function comparedQuery(pairs: string, binding: ColumnBinding): string {
  const same = binding.columns.map(
    ({ name }) => `later.${DUCKDB.identifier(name)} IS NOT DISTINCT FROM earlier.${DUCKDB.identifier(name)}`,
  );
  return `SELECT pairs.id AS id, ${same.join(' AND ')} AS same, pairs.other AS other
FROM ${pairs} AS pairs JOIN transactions AS later ON later.id = pairs.id JOIN transactions AS earlier ON earlier.id = pairs.other
ORDER BY pairs.id`;
}
