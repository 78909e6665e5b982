/** The id of the field for a cell of a reject. */
export function cellInputId(column: string): string {
  return `reject-cell-${column}`;
}
