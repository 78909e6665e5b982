import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import { EXPORT_FORMATS, type ExportOutcome, type ExportRequest } from '../../../shared/contract/calls.ts';
import type { TableName } from '../../../shared/contract/ledger.ts';
import { AppException } from '../../../shared/result.ts';
import type { ColumnBase } from '../../../etl/model/column.ts';
import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../../etl/model/transform-columns.ts';
import { writeWholeFile } from '../../../etl/output/write-whole-file.ts';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import { withLens } from '../../engine/workspace.ts';

type ExportFormat = (typeof EXPORT_FORMATS)[number];

const COLUMNS_OF: Readonly<Record<TableName, readonly ColumnBase[]>> = {
  staging: STAGING_COLUMNS,
  transform: TRANSFORM_COLUMNS,
  no_retries: TRANSFORM_COLUMNS,
};

const COPY_OPTIONS: Readonly<Record<ExportFormat, string>> = {
  csv: "FORMAT csv, HEADER true, DELIMITER ','",
  parquet: 'FORMAT parquet, COMPRESSION zstd',
  json: 'FORMAT json, ARRAY true',
};

/**
 * Writes a table to a file in the source's row order. The CSV is a drop-in for the published files: their header and
 * order, `True`/`False`, dates as `YYYY-MM-DD HH:MM:SS.ffffff±HH:MM`, numbers that read back to the same value. Written
 * beside its place and renamed, so that a file of that name is whole or untouched.
 */
export async function exportTable(
  { workspace, table, out }: z.output<typeof ExportRequest>,
  signal: AbortSignal,
): Promise<z.output<typeof ExportOutcome>> {
  const format = formatOf(out);
  const { file, bytes, value } = await writeWholeFile(
    out,
    async (path) => {
      const rows = await withLens(
        workspace,
        async (lens) => {
          const query = `SELECT ${selectList(COLUMNS_OF[table], format)} FROM ${table} ORDER BY id`;
          await lens.run(`COPY (${query}) TO ${DUCKDB.text(path)} (${COPY_OPTIONS[format]})`);
          return Number((await lens.row(`SELECT count(*) AS n FROM ${table}`))['n']);
        },
        { signal },
      );
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      return { rows, sha256: hash.digest('hex') };
    },
    signal,
  );
  return { file, format, bytes, ...value };
}

function formatOf(file: string): ExportFormat {
  const ending = extname(file).slice(1).toLowerCase();
  const format = EXPORT_FORMATS.find((known) => known === ending);
  if (format === undefined) {
    throw new AppException(
      'USAGE',
      `The format of ${file} is not known by its ending.`,
      'End the name with .csv, .parquet or .json.',
    );
  }
  return format;
}

/** Python writes truth values with a capital; the published CSV was written by it. */
function selectList(columns: readonly ColumnBase[], format: ExportFormat): string {
  return columns
    .map(({ name, kind }) => {
      const column = DUCKDB.identifier(name);
      if (format !== 'csv' || kind !== 'boolean') return column;
      return `CASE ${column} WHEN true THEN 'True' WHEN false THEN 'False' END AS ${column}`;
    })
    .join(', ');
}
