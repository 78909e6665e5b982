import type { ColumnProfile, MissingReason } from '../../../shared/contract/profile.ts';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import type { LensRow } from '../../engine/lens-reader.ts';
import { ALERT_THRESHOLDS } from './profile-alerts.ts';
import type { ProfileRun } from './profile-run.ts';
import { present } from './profile-sql.ts';
import { profiledColumns } from './profiled-column.ts';
import { maybeText, numberOf } from './row-values.ts';

/** What may decide whether a column is filled: how far the transaction came, who sent it, which build answered. */
const CANDIDATES = ['summary_desc', 'convenio', 'api_hash'] as const;

/** A reason must cover this share of the missing rows. */
const ENOUGH = 0.8;

/** Steps that {@link explainMissing} takes at most. */
export const EXPLAIN_PASSES = CANDIDATES.length;

/** The values of a candidate column with which the column at `position` is never filled, most rows first. */
function reasonOf(column: string, groups: readonly LensRow[], position: number): MissingReason {
  const never = groups
    .filter((row) => numberOf(row, `present${position}`) === 0)
    .toSorted((left, right) => numberOf(right, 'n') - numberOf(left, 'n'));
  return {
    column,
    values: never.flatMap((row) => maybeText(row, 'value') ?? []),
    rows: never.reduce((sum, row) => sum + numberOf(row, 'n'), 0),
  };
}

/**
 * Why many rows lack a column, found in the rows and not assumed: the values of another column with which it is never
 * filled, where they cover most of the rows that lack it. By name of the column; columns without a reason are left out.
 */
export async function explainMissing(
  profiles: readonly ColumnProfile[],
  table: 'staging' | 'transform' | 'no_retries',
  run: ProfileRun,
): Promise<ReadonlyMap<string, MissingReason>> {
  const lacking = profiles.filter(({ missing }) => missing.share >= ALERT_THRESHOLDS.missing && missing.share < 1);
  const sources = profiledColumns(table).filter(({ name }) => lacking.some((profile) => profile.name === name));
  const reasons = new Map<string, MissingReason>();
  if (sources.length === 0) return reasons;
  const counts = sources.map((column, position) => `count(${present(column)}) AS present${position}`);
  for (const candidate of CANDIDATES) {
    const name = DUCKDB.identifier(candidate);
    const groups = await run.readOne({
      sql: `SELECT ${name} AS value, count(*) AS n, ${counts.join(', ')} FROM ${table} WHERE ${name} IS NOT NULL GROUP BY ${name}`,
    });
    for (const [position, { name: column }] of sources.entries()) {
      const missing = lacking.find((profile) => profile.name === column)?.missing.n ?? 0;
      const reason = reasonOf(candidate, groups, position);
      const better = reason.rows > (reasons.get(column)?.rows ?? 0);
      if (column !== candidate && better && reason.rows >= ENOUGH * missing) reasons.set(column, reason);
    }
  }
  return reasons;
}
