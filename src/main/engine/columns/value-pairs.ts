import type { Facet } from '../../../shared/contract/aggregate.ts';
import type { Codes } from './coded-column.ts';
import { combinedCodes } from './combined-codes.ts';
import { rowCells } from './row-cells.ts';
import type { WorkspaceColumns } from './workspace-columns.ts';

/** Each pair of a cell and a value that occurs, by cell, then by value. */
export interface ValuePairs {
  /** Names what a tally of them counts. */
  readonly name: string;
  /** Pair of each row. A row without a value has one too, the last of its cell. */
  readonly codes: Codes;
  /** Value of each pair; not-a-number where there is none. */
  readonly values: Float64Array;
  /** Where the pairs of each cell begin, and where those that have a value end. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The pairs of the cells of facets and conditions with a column, both SQL over `transform`. */
export async function valuePairs(
  columns: WorkspaceColumns,
  by: readonly Facet[],
  wheres: readonly string[],
  value: string,
): Promise<ValuePairs> {
  const [column] = await columns.coded([value]);
  const { codes, cells } = await rowCells(columns, by, wheres);
  if (column === undefined) throw new Error('a column was not loaded');
  const name = `pairs ${JSON.stringify([by, wheres, value])}`;
  return columns.kept(
    name,
    () => {
      const size = column.missing + 1;
      const parts = codes === null ? [] : [{ codes, size: cells }];
      const combined = combinedCodes([...parts, { codes: column.codes, size }]);
      const ofValue = combined.parts.at(-1) ?? new Uint32Array(0);
      const ofCell = codes === null ? new Uint32Array(ofValue.length) : combined.parts[0];
      const starts = new Uint32Array(cells + 1);
      for (const cell of ofCell ?? []) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
      for (let cell = 0; cell < cells; cell += 1) starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
      const values = Float64Array.from(ofValue, (code) =>
        column.kind === 'numbers' ? (column.values[code] ?? Number.NaN) : code === column.missing ? Number.NaN : 0,
      );
      const ends = Uint32Array.from({ length: cells }, (_, cell) => {
        const end = starts[cell + 1] ?? 0;
        return end > (starts[cell] ?? 0) && ofValue[end - 1] === column.missing ? end - 1 : end;
      });
      return { name, codes: combined.codes, values, starts, ends };
    },
    ({ codes: { byteLength }, values, starts }) => byteLength + values.byteLength + starts.byteLength * 2,
  );
}
