/** A piece of a row as it stands in a source; `column` names the cell that it is, null for what is between cells. */
export interface RecordPiece {
  readonly column: string | null;
  readonly text: string;
}

/** A cell as a CSV file writes it. */
function asCell(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row written as CSV, in pieces, so that cells in it can be marked. */
export function recordPieces(
  cells: readonly { readonly column: string; readonly text: string }[],
  delimiter: string,
): readonly RecordPiece[] {
  return cells.flatMap(({ column, text }, index): RecordPiece[] => [
    ...(index === 0 ? [] : [{ column: null, text: delimiter }]),
    { column, text: asCell(text, delimiter) },
  ]);
}
