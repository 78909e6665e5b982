import type { RowBlock } from '../../../../shared/contract/row-block.ts';
import { cellReader, type BlockCell } from '../../../../shared/row-block-cells.ts';

type Reader = (row: number) => BlockCell;

/** One row of a page. Its cells are read from the columns of the page when they are shown, and not before. */
export class PageRow {
  readonly id: number;
  readonly #readers: ReadonlyMap<string, Reader>;
  readonly #index: number;

  constructor(id: number, readers: ReadonlyMap<string, Reader>, index: number) {
    this.id = id;
    this.#readers = readers;
    this.#index = index;
  }

  /** The value of a column; undefined where the page was asked for without it. */
  read(column: string): BlockCell | undefined {
    return this.#readers.get(column)?.(this.#index);
  }
}

/** The rows of a block, whose first column is `id`. */
export function pageRows(block: RowBlock): PageRow[] {
  const readers = new Map(block.columns.map((column) => [column.name, cellReader(column)]));
  const id = readers.get('id');
  return Array.from({ length: block.rows }, (_, index) => new PageRow(Number(id?.(index)), readers, index));
}
