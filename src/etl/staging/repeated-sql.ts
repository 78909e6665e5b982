import type { ColumnBinding } from '../sources/column-binding.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { EXCLUDED, INCOMING } from './passing-tables.ts';

/** The key of a transaction: the token of its images and the instant of its answer. */
const KEY = ['"file_token"', 'x_epoch_us'] as const;

const sameKey = (left: string, right: string): string => KEY.map((part) => `${left}.${part} = ${right}.${part}`).join(' AND ');

/** Equal in every column that the source holds: what it lacks says nothing. The same instant on another clock is another content. */
const sameContents = (binding: ColumnBinding, left: string, right: string): string =>
  binding.columns.map(({ name }) => `${left}.${DUCKDB.identifier(name)} IS NOT DISTINCT FROM ${right}.${DUCKDB.identifier(name)}`).join(' AND ');

/**
 * Rows of `incoming` (problem rows are in `excluded` already) whose key the workspace holds: `ordinal`, `same` (equal
 * contents: a duplicate; else a conflict) and `other` (row id in staging).
 */
export function knownKeysQuery(binding: ColumnBinding): string {
  return `SELECT incoming.rowid AS ordinal, ${sameContents(binding, 'incoming', 'staging')} AS same, staging.id AS other
FROM ${INCOMING} JOIN staging ON ${sameKey('incoming', 'staging')}
WHERE incoming.rowid NOT IN (SELECT ordinal FROM ${EXCLUDED})`;
}

/** Rows of `incoming` whose key an earlier row of `incoming` has: `ordinal`, `same`, and `other`, the earlier row's ordinal. */
export function repeatedKeysQuery(binding: ColumnBinding): string {
  return `WITH firsts AS (
  SELECT ${KEY.join(', ')}, min(rowid) AS first FROM ${INCOMING}
  WHERE rowid NOT IN (SELECT ordinal FROM ${EXCLUDED})
  GROUP BY ALL HAVING count(*) > 1
)
SELECT later.rowid AS ordinal, ${sameContents(binding, 'later', 'earlier')} AS same, firsts.first AS other
FROM ${INCOMING} AS later JOIN firsts ON ${sameKey('later', 'firsts')} JOIN ${INCOMING} AS earlier ON earlier.rowid = firsts.first
WHERE later.rowid > firsts.first AND later.rowid NOT IN (SELECT ordinal FROM ${EXCLUDED})`;
}
