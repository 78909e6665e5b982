import type { RejectReason } from '../../../shared/contract/ledger.ts';
import type { ColumnBinding } from '../../../etl/sources/column-binding.ts';
import { cellReason } from '../../../etl/staging/cell-reason.ts';
import type { CellSettings } from '../../../etl/staging/cell-sql.ts';
import { rowProblemsQuery, textsRelation } from '../../../etl/staging/incoming-sql.ts';
import { DuckDbSession } from '../duckdb-session.ts';

/** Memory that a judgement of few rows may take, in MiB. */
const MEMORY = 128;

/** What an import would say to a row, apart from the rows that the workspace holds. */
export interface JudgedRow {
  /** What is wrong, by staging column. */
  readonly problems: ReadonlyMap<string, RejectReason>;
  /** Of its date. */
  readonly epochMicroseconds: number | null;
  /** Whether its date carries no offset. */
  readonly zoneAssumed: boolean;
}

/**
 * Judges few rows by the SQL that an import runs, in memory. Their texts are in the binding's order, a missing one null;
 * the binding must have the date.
 */
export async function judgeCells(
  rows: readonly (readonly (string | null)[])[],
  binding: ColumnBinding,
  settings: CellSettings,
  signal: AbortSignal,
): Promise<readonly JudgedRow[]> {
  if (rows.length === 0) return [];
  const session = await DuckDbSession.open({ path: ':memory:', memory: MEMORY, sealed: true, spill: null });
  const interrupt = (): void => session.connection.interrupt();
  signal.addEventListener('abort', interrupt);
  try {
    signal.throwIfAborted();
    const judged = await session.rows(rowProblemsQuery(textsRelation(rows, binding), binding, settings));
    return judged.map((row, index) => ({
      problems: new Map(
        String(row['problems'])
          .split(',')
          .filter((name) => name !== '')
          .map((name) => [name, cellReason(name, textOf(rows[index], binding, name))]),
      ),
      epochMicroseconds: row['x_epoch_us'] === null ? null : Number(row['x_epoch_us']),
      zoneAssumed: row['x_zone_assumed'] === true,
    }));
  } finally {
    signal.removeEventListener('abort', interrupt);
    session.close();
  }
}

function textOf(
  texts: readonly (string | null)[] | undefined,
  { columns }: ColumnBinding,
  name: string,
): string | null {
  return texts?.[columns.findIndex((column) => column.name === name)] ?? null;
}
