import type { ColumnProfile, ProfileTable, TableProfile } from '../../../shared/contract/profile.ts';
import type { LensReader } from '../../engine/lens-reader.ts';
import { EXPLAIN_PASSES, explainMissing } from './explain-missing.ts';
import { profileAlerts } from './profile-alerts.ts';
import { CATEGORY_PASSES, profileCategories, type Summary } from './profile-categories.ts';
import { NUMBER_PASSES, profileNumbers } from './profile-numbers.ts';
import { ProfileRun } from './profile-run.ts';
import { TIMESTAMP_PASSES, profileTimestamps } from './profile-timestamps.ts';
import { profiledColumns, type ProfiledColumn, type ProfileShape } from './profiled-column.ts';
import { numberOf } from './row-values.ts';

const PASSES: Readonly<Record<ProfileShape, number>> = {
  category: CATEGORY_PASSES,
  number: NUMBER_PASSES,
  timestamp: TIMESTAMP_PASSES,
};

function columnProfile(column: ProfiledColumn, n: number, summary: Summary<ColumnProfile['detail']>): ColumnProfile {
  const { name, kind, unit, group, meaning, identifying, sentinel } = column;
  return {
    name,
    kind,
    unit,
    group,
    meaning,
    identifying,
    sentinel,
    n,
    missing: { n: summary.missing, share: n === 0 ? 0 : summary.missing / n },
    distinct: summary.distinct,
    detail: summary.detail,
  };
}

/**
 * What every column of a table of the lens holds: exact, over all rows, in about ten statements. `onProgress` hears
 * fractions of 1. An aborted `signal` ends it before the next statement with the error `CANCELLED`.
 */
export async function profileTable(
  lens: LensReader,
  table: ProfileTable,
  signal?: AbortSignal,
  onProgress?: (fraction: number) => void,
): Promise<TableProfile> {
  const columns = profiledColumns(table);
  const passes = columns.reduce((sum, { shape }) => sum + PASSES[shape], 1 + EXPLAIN_PASSES);
  const run = new ProfileRun(lens, table, passes, signal, onProgress);
  const [total] = await run.readOne({ sql: `SELECT count(*) AS n FROM ${table}` });
  const rows = numberOf(total, 'n');

  const shaped = (shape: ProfileShape): readonly ProfiledColumn[] => columns.filter((column) => column.shape === shape);
  const [categories, numbers, timestamps] = [shaped('category'), shaped('number'), shaped('timestamp')];
  const summaries = new Map<string, Summary<ColumnProfile['detail']>>();
  const keep = (of: readonly ProfiledColumn[], found: readonly Summary<ColumnProfile['detail']>[]): void =>
    found.forEach((summary, index) => summaries.set(of[index]?.name ?? '', summary));
  keep(categories, await profileCategories(categories, run));
  keep(timestamps, await profileTimestamps(timestamps, table, run));
  keep(numbers, await profileNumbers(numbers, run));

  const profiles = columns.flatMap((column) => {
    const summary = summaries.get(column.name);
    return summary === undefined ? [] : [columnProfile(column, rows, summary)];
  });
  const reasons = await explainMissing(profiles, table, run);
  onProgress?.(1);
  return { table, rows, columns: profiles, alerts: profileAlerts(profiles, reasons) };
}
