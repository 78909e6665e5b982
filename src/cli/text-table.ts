/** A plain table: columns as wide as their widest cell, numbers to the right. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly boolean[] = [],
): string {
  const widths = columnWidths(header, rows);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell)));
        return numeric[index] === true ? space + cell : cell + space;
      })
      .join(GAP)
      .trimEnd();
  return `${[line(header), widths.map((width) => '-'.repeat(width)).join(GAP), ...rows.map(line)].join('\n')}\n`;
}

const GAP = '  ';
const widthOf = (text: string): number => Array.from(text).length;

function columnWidths(header: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const widths = header.map(widthOf);
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
  }
  return widths;
}

/** How many characters the longest line of the table takes. */
export function tableWidth(header: readonly string[], rows: readonly (readonly string[])[]): number {
  const widths = columnWidths(header, rows);
  return widths.reduce((total, width) => total + width, GAP.length * Math.max(0, widths.length - 1));
}

/** A whole number with thousands separators, as in every figure of the command line. */
export const counted = (value: number): string => value.toLocaleString('en-US');

/** A size in the unit that a person would choose. */
export function sized(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`;
}
