import type { ColDef, ColGroupDef } from 'ag-grid-community';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import type { Language } from '../../../../shared/language.ts';
import type { BlockCell } from '../../../../shared/row-block-cells.ts';
import type { CardTable } from '../card-table.ts';
import type { CellClass } from './cell-class.ts';
import type { CellText } from './cell-text.ts';
import { ColumnHead } from './column-head.tsx';
import { columnWidth } from './column-width.ts';
import type { PageRow } from './page-row.ts';

const LEAST_WIDTH = 72;

/** The columns of a table for the grid, under the headings of their sections. */
export function columnDefinitions(
  table: CardTable,
  { text, classes, language }: { readonly text: CellText; readonly classes: CellClass; readonly language: Language },
  hidden: readonly string[],
): ColGroupDef<PageRow>[] {
  return table.sections.map(({ id, label, columns }) => {
    const lead = columns.find(({ name }) => !hidden.includes(name));
    return {
      groupId: id,
      headerName: label[language],
      children: columns.map((column) => ({
        ...definition(column, text, classes),
        // A folded section keeps one column, so that there is something to unfold it by.
        ...(column === lead || columns.length === 1 ? {} : { columnGroupShow: 'open' as const }),
      })),
    };
  });
}

function definition(column: CardColumn, text: CellText, classes: CellClass): ColDef<PageRow, BlockCell> {
  return {
    colId: column.name,
    headerName: column.name,
    headerComponent: ColumnHead,
    headerComponentParams: { card: column },
    initialWidth: columnWidth(column),
    minWidth: LEAST_WIDTH,
    sortable: true,
    resizable: true,
    valueGetter: ({ data }) => data?.read(column.name),
    valueFormatter: ({ value }) => text.text(column, value ?? undefinedOf(value)),
    cellClass: ({ value }) => classes(column, value ?? undefinedOf(value)),
    tooltip: ({ value }: { readonly value?: BlockCell | null }) => text.note(column, value),
  };
}

/** The grid's types say that a value is there or null; of a row that is not loaded yet it is undefined. */
function undefinedOf(value: BlockCell | null | undefined): null | undefined {
  return value === null ? null : undefined;
}
