import type { Selected } from '../../../shared/contract/calls.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { selectedSql } from '../../../etl/dashboards/selected-sql.ts';
import type { DuckDbSession } from '../../engine/duckdb-session.ts';

/**
 * Gives the statements of a session the table `selected`: the transactions of `transform` that scope and filters leave. It is
 * gone with the session. Throws `UNKNOWN_COLUMN` or `USAGE` for a filter that does not fit.
 */
export async function defineSelected(lens: DuckDbSession, selected: Selected | null): Promise<void> {
  if (selected === null) return;
  const condition = valueOrThrow(selectedSql(selected.scope, selected.selection));
  await lens.run(`CREATE OR REPLACE TEMP VIEW selected AS SELECT * FROM transform WHERE ${condition}`);
}
