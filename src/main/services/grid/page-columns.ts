import type { TableName } from '../../../shared/contract/ledger.ts';
import type { BlockColumn, RowBlock } from '../../../shared/contract/row-block.ts';
import { AppException, valueOrThrow } from '../../../shared/result.ts';
import { numberColumn, textColumn, truthColumn } from '../../../shared/row-block-cells.ts';
import type { ColumnBase } from '../../../etl/model/column.ts';
import { tableColumns } from '../../../etl/model/table-columns.ts';
import { SQLITE } from '../../../etl/sql/dialects.ts';
import { filterColumns } from '../../../etl/sql/filter-columns.ts';
import { knownColumn } from '../../../etl/sql/known-column.ts';

/** Cells of a row of the book: `id`, then those of the columns asked for. */
export type BookCells = readonly (string | number | null)[];

/** The columns of a page, `id` left out. Throws `UNKNOWN_COLUMN`, and `USAGE` for a column that no row of the book has. */
export function pageColumns(table: TableName, names: readonly string[]): readonly ColumnBase[] {
  const inBook = tableColumns(table);
  return [...new Set(names)]
    .filter((name) => name !== 'id')
    .map((name) => {
      const isExtra = filterColumns(table).some((known) => known.name === name);
      if (isExtra && !inBook.some((known) => known.name === name)) {
        throw new AppException(
          'USAGE',
          `${name} is computed from the rows and not kept with them.`,
          'Filter or sort by it, or select it in a query.',
        );
      }
      return valueOrThrow(knownColumn(name, table, inBook));
    });
}

/** The select list of a page, as SQLite reads it. */
export function pageSelectList(columns: readonly ColumnBase[], relation: string): string {
  return ['id', ...columns.map(({ name }) => name)].map((name) => `${relation}.${SQLITE.identifier(name)}`).join(', ');
}

/** Rows of the book as they travel. */
export function pageBlock(columns: readonly ColumnBase[], rows: readonly BookCells[]): RowBlock {
  const cells = (index: number): (string | number | null)[] => rows.map((row) => row[index] ?? null);
  return {
    rows: rows.length,
    columns: [
      numberColumn('id', cells(0) as number[]),
      ...columns.map((column, index) => blockColumn(column, cells(index + 1))),
    ],
  };
}

/** A STRICT table holds numbers in columns of numbers and truth values, and texts in the others. */
function blockColumn({ name, kind }: ColumnBase, cells: readonly (string | number | null)[]): BlockColumn {
  if (kind === 'text' || kind === 'timestamp') return textColumn(name, cells as readonly (string | null)[]);
  const numbers = cells as readonly (number | null)[];
  return kind === 'boolean' ? truthColumn(name, numbers) : numberColumn(name, numbers);
}
