import type { Reject, RejectReason } from '../../../shared/contract/ledger.ts';
import type { ColumnBinding } from '../../../etl/sources/column-binding.ts';
import type { CsvSurvey } from '../../../etl/sources/csv/csv-survey.ts';
import { lineNumbers } from '../../../etl/sources/csv/line-numbers.ts';
import { readCsvRelation } from '../../../etl/sources/csv/read-csv-sql.ts';
import type { CellSettings } from '../../../etl/staging/cell-sql.ts';
import { incomingQuery } from '../../../etl/staging/incoming-sql.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import type { SourceRows } from './source-rows.ts';

const REASON_BY_ERROR: Readonly<Record<string, RejectReason>> = {
  'MISSING COLUMNS': 'too-few-columns',
  'TOO MANY COLUMNS': 'too-many-columns',
};

/**
 * A regular CSV, read by DuckDB's reader. Not accounted for where its count of records differs from the survey's: then
 * the careful reader must do it, because a row that nobody counted would be lost.
 */
export function regularRows(
  path: string,
  survey: CsvSurvey,
  delimiter: string,
  binding: ColumnBinding,
  settings: CellSettings,
): SourceRows {
  const query = (broken: 'keep' | 'skip'): string =>
    incomingQuery(readCsvRelation(path, survey, delimiter, binding.width, broken), binding, settings);
  return {
    query: query('keep'),
    feedQuery: query('skip'),
    account: async (lens, rows) => {
      const broken = await brokenRows(lens, binding);
      if (broken === null || rows + broken.length !== survey.records) return null;
      const skipped = [...survey.blankLines, ...broken.map(({ line }) => line)].toSorted((left, right) => left - right);
      return { read: survey.records, rows, lineOf: lineNumbers(skipped), broken };
    },
  };
}

/** The records of a wrong width, or null where the reader complained of something else. */
async function brokenRows(lens: DuckDbSession, binding: ColumnBinding): Promise<readonly Reject[] | null> {
  const rows = await lens.rows(
    `SELECT line, min(error_type) AS error, count(DISTINCT error_type) AS errors, min(csv_line) AS raw
     FROM reject_errors GROUP BY line ORDER BY line`,
  );
  await lens.run('DROP TABLE IF EXISTS reject_errors');
  await lens.run('DROP TABLE IF EXISTS reject_scans');
  const broken: Reject[] = [];
  for (const row of rows) {
    const reason = REASON_BY_ERROR[String(row['error'])];
    if (reason === undefined || row['errors'] !== 1) return null;
    broken.push({
      line: Number(row['line']),
      column: null,
      reason,
      // Where columns were dropped, a record of the wrong width may hold their values anywhere.
      rawText: binding.unknown.length > 0 ? null : String(row['raw']).replaceAll(/^[\r\n]+|[\r\n]+$/g, ''),
      other: null,
    });
  }
  return broken;
}
