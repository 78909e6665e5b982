import { DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import type { Reject } from '../../../shared/contract/ledger.ts';
import type { ColumnBinding } from '../../../etl/sources/column-binding.ts';
import type { CsvSurvey } from '../../../etl/sources/csv/csv-survey.ts';
import { readCarefully } from '../../../etl/sources/csv/read-carefully.ts';
import type { CsvRecord } from '../../../etl/sources/csv/record-splitter.ts';
import type { ReadProgress } from '../../../etl/sources/csv/survey-csv.ts';
import type { CellSettings } from '../../../etl/staging/cell-sql.ts';
import { cellText } from '../../../etl/staging/cell-text.ts';
import { CAREFUL } from '../../../etl/staging/passing-tables.ts';
import { incomingQuery, sourceColumn } from '../../../etl/staging/incoming-sql.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import { passingAppender } from '../lens/passing-database.ts';
import type { SourceRows } from './source-rows.ts';

/** DuckDB's vectors hold at most this many values. */
const ROWS_PER_CHUNK = 2048;

/** Any CSV, read record by record: other encodings, quoted line breaks, damaged quotes. Only bound columns reach the disk. */
export async function carefulRows(
  lens: DuckDbSession,
  path: string,
  survey: CsvSurvey,
  delimiter: string,
  binding: ColumnBinding,
  settings: CellSettings,
  signal: AbortSignal,
  onProgress: ReadProgress,
): Promise<SourceRows> {
  const positions = binding.columns.map(({ position }) => position);
  await lens.run(
    `CREATE TABLE ${CAREFUL} (${positions.map((position) => `${sourceColumn(position)} VARCHAR`).join(', ')})`,
  );
  const appender = await passingAppender(lens, CAREFUL);
  const types = positions.map(() => VARCHAR);
  const lines: number[] = [];
  const broken: Reject[] = [];
  let waiting: (readonly string[])[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    const chunk = DuckDBDataChunk.create(types, waiting.length);
    for (const [index, position] of positions.entries()) {
      chunk.setColumnValues(
        index,
        waiting.map((fields) => cellText(fields[position] ?? '')),
      );
    }
    appender.appendDataChunk(chunk);
    waiting = [];
  };
  const take = (record: CsvRecord): void => {
    if (record.kind === 'broken') {
      const rawText = binding.unknown.length > 0 ? null : record.raw;
      broken.push({ line: record.line, column: null, reason: record.reason, rawText, other: null });
      return;
    }
    lines.push(record.line);
    waiting.push(record.fields);
    if (waiting.length === ROWS_PER_CHUNK) flush();
  };
  try {
    for await (const records of readCarefully(path, survey, delimiter, binding, signal, onProgress)) {
      for (const record of records) take(record);
    }
    flush();
  } finally {
    appender.closeSync();
  }
  const query = incomingQuery(CAREFUL, binding, settings);
  const read = lines.length + broken.length;
  const account = { read, rows: lines.length, lineOf: (ordinal: number) => lines[ordinal] ?? 0, broken };
  return {
    query,
    feedQuery: query,
    account: async (_lens, rows) => Promise.resolve(rows === lines.length ? account : null),
  };
}
