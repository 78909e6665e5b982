import type { QueryAnswer } from '../../../shared/contract/calls.ts';
import { blockRows, type BlockCell } from '../../../shared/row-block-cells.ts';

/** The answer as a spreadsheet takes it from the clipboard: cells as they are, missing ones empty. */
export function answerAsTsv({ columns, block }: QueryAnswer): string {
  const lines = [columns.map(({ name }) => name), ...blockRows(block)];
  return lines.map((cells) => cells.map(cell).join('\t')).join('\n');
}

function cell(value: BlockCell): string {
  const text = value === null ? '' : String(value);
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
