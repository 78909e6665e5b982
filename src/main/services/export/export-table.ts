import type { z } from 'zod';
import type { ExportOutcome, ExportRequest, PlainProgress } from '../../../shared/contract/calls.ts';
import type { TableName } from '../../../shared/contract/ledger.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { tableColumns } from '../../../etl/model/table-columns.ts';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import type { FilterColumn } from '../../../etl/sql/filter-columns.ts';
import { knownColumn } from '../../../etl/sql/known-column.ts';
import { selectionColumns } from '../../../etl/sql/selection-columns.ts';
import type { ServiceContext } from '../../engine/service-context.ts';
import { viewQuery } from '../grid/view-query.ts';
import { copyToFile } from './copy-to-file.ts';
import { copyOptions, type ExportFormat } from './export-format.ts';
import { writeExport } from './write-export.ts';

/** What an export is given beside its request. */
export interface ExportContext extends ServiceContext {
  readonly onProgress: (progress: z.output<typeof PlainProgress>) => void;
}

/**
 * Writes a table, or what a selection leaves of it, to a file: in the source's row order where none is asked for. The CSV
 * of a whole table is a drop-in for the published files: their header and order, `True`/`False`, dates as
 * `YYYY-MM-DD HH:MM:SS.ffffff±HH:MM`, numbers that read back to the same value. Written beside its place and renamed, so
 * that a file of that name is whole or untouched.
 */
export async function exportTable(
  { workspace, out, columns, ...view }: z.output<typeof ExportRequest>,
  { access, signal, onProgress }: ExportContext,
): Promise<z.output<typeof ExportOutcome>> {
  const query = viewQuery(view);
  const chosen = exportColumns(view.table, columns);
  return writeExport(out, signal, (path, format) =>
    access.withLens(
      workspace,
      async (lens) => {
        const totalRows = Number((await lens.row(`SELECT count(*) AS n ${query.rows}`, query.parameters))['n']);
        onProgress({ stage: 'write', rows: 0, totalRows });
        const select = `SELECT ${selectList(chosen, format)} ${query.rows} ORDER BY ${query.order}`;
        const copy = `COPY (${select}) TO ${DUCKDB.text(path)} (${copyOptions(format)})`;
        return copyToFile(lens, copy, query.parameters, (share) =>
          onProgress({ stage: 'write', rows: Math.round(share * totalRows), totalRows }),
        );
      },
      { signal },
    ),
  );
}

/** Those that the lens adds (`x_…`) only where they are named. */
function exportColumns(
  table: TableName,
  names: readonly string[] | null,
): readonly Pick<FilterColumn, 'name' | 'kind'>[] {
  if (names === null) return tableColumns(table);
  return [...new Set(names)].map((name) => valueOrThrow(knownColumn(name, table, selectionColumns(table))));
}

/** Python writes truth values with a capital; the published CSV was written by it. */
function selectList(columns: readonly Pick<FilterColumn, 'name' | 'kind'>[], format: ExportFormat): string {
  return columns
    .map(({ name, kind }) => {
      const column = DUCKDB.identifier(name);
      if (format !== 'csv' || kind !== 'boolean') return column;
      return `CASE ${column} WHEN true THEN 'True' WHEN false THEN 'False' END AS ${column}`;
    })
    .join(', ');
}
