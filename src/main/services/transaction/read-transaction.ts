import type { z } from 'zod';
import type { TransactionDetail, TransactionRequest } from '../../../shared/contract/grid.ts';
import type { TableName } from '../../../shared/contract/ledger.ts';
import { AppException } from '../../../shared/result.ts';
import { tableColumns } from '../../../etl/model/table-columns.ts';
import { SQLITE } from '../../../etl/sql/dialects.ts';
import { columnList } from '../../../etl/sql/table-definition.ts';
import { placesOfRows } from '../../engine/book/line-map.ts';
import type { BookDatabase } from '../../engine/book/open-book.ts';
import { correctionOfRow } from '../../engine/book/store-correction.ts';
import type { ServiceContext } from '../../engine/service-context.ts';
import { attemptsOfProcess, onlyAttempt } from './process-attempts.ts';

type Cells = TransactionDetail['staging'];

/**
 * One transaction with all that is known of it: its cells, where it came from, the attempts of its process. Throws
 * `ROW_NOT_FOUND` where the workspace does not hold it.
 */
export async function readTransaction(
  { workspace, id }: z.output<typeof TransactionRequest>,
  { access, signal }: ServiceContext,
): Promise<TransactionDetail> {
  const known = await access.withBook(workspace, (book) => ({
    id,
    staging: cellsOf(book, 'staging', id),
    transform: cellsOf(book, 'transform', id),
    source: placesOfRows(book)(id),
    correction: correctionOfRow(book, id),
  }));
  const process = known.staging['procesoConvenioGuid'];
  const attempts =
    typeof process === 'string'
      ? await access.withLens(workspace, (lens) => attemptsOfProcess(lens, process, id), { signal })
      : onlyAttempt(id, known.staging);
  return { ...known, ...attempts };
}

function cellsOf(book: BookDatabase, table: TableName, id: number): Cells {
  const columns = tableColumns(table);
  const row = book
    .prepare<[number], Readonly<Record<string, string | number | null>>>(
      `SELECT ${columnList(columns, SQLITE)} FROM ${table} WHERE id = ?`,
    )
    .get(id);
  if (row === undefined) {
    throw new AppException(
      'ROW_NOT_FOUND',
      `The workspace holds no transaction ${id}.`,
      'Choose a row of the table; its first column is the number of the transaction.',
    );
  }
  return Object.fromEntries(columns.map(({ name, kind }) => [name, cellOf(row[name] ?? null, kind === 'boolean')]));
}

/** STRICT tables hold truth values as numbers; a sum beyond all numbers travels as text. */
function cellOf(value: string | number | null, isTruth: boolean): Cells[string] {
  if (typeof value !== 'number') return value;
  if (isTruth) return value !== 0;
  return Number.isFinite(value) ? value : String(value);
}
