import type { BlockCell } from '../../../../shared/row-block-cells.ts';
import { exactText } from './cell-text.ts';

/** What reads like the end of a cell or of a row, or like a quote, is put in quotes, as spreadsheets do. */
function tsvCell(value: BlockCell | undefined): string {
  const text = exactText(value);
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as tab-separated text under the names of their columns, values exactly as stored. */
export function rowsText(columns: readonly string[], rows: readonly (readonly (BlockCell | undefined)[])[]): string {
  return [columns.join('\t'), ...rows.map((row) => row.map(tsvCell).join('\t'))].join('\n');
}
