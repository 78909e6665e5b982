import type { Facet } from '../../../shared/contract/aggregate.ts';
import type { Codes } from '../../engine/columns/coded-column.ts';
import { combinedCodes } from '../../engine/columns/combined-codes.ts';
import { rowCells } from '../../engine/columns/row-cells.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';

/** The pairs of a cell and a value that occur: most values are in few groups. */
interface ValuesOfGroups {
  /** Pair of each row. */
  readonly codes: Codes;
  /** Group that a pair is a value of; `groups` where it is none, or the condition does not hold. */
  readonly groupOf: Uint32Array;
  readonly groups: number;
}

/** How many different values of a column (SQL over `transform`) each group has, among the rows that meet a condition. */
export async function distinctGroups(
  columns: WorkspaceColumns,
  mask: RowMask,
  by: readonly Facet[],
  value: string,
  where: string | null,
): Promise<readonly number[]> {
  const name = `distinct ${JSON.stringify([by, where, value])}`;
  const { codes, groupOf, groups } = await columns.kept(
    name,
    () => valuesOfGroups(columns, by, value, where),
    (made) => made.codes.byteLength + made.groupOf.byteLength,
  );
  const size = groupOf.length;
  const counts = columns.tally(mask, { name, cells: null, codes, width: size, size });
  const distinct = new Uint32Array(groups + 1);
  for (let pair = 0; pair < size; pair += 1) {
    if (counts[pair] === 0) continue;
    const group = groupOf[pair] ?? groups;
    distinct[group] = (distinct[group] ?? 0) + 1;
  }
  return [...distinct.subarray(0, groups)];
}

async function valuesOfGroups(
  columns: WorkspaceColumns,
  by: readonly Facet[],
  value: string,
  where: string | null,
): Promise<ValuesOfGroups> {
  const [column] = await columns.coded([value]);
  if (column === undefined) throw new Error('a column was not loaded');
  const cells = await rowCells(columns, by, where === null ? [] : [where]);
  const { codes, size, parts } = combinedCodes([
    ...(cells.codes === null ? [] : [{ codes: cells.codes, size: cells.cells }]),
    { codes: column.codes, size: column.missing + 1 },
  ]);
  const [ofValue, ofCell] = parts.toReversed();
  const groupOf = new Uint32Array(size);
  for (let pair = 0; pair < size; pair += 1) {
    const cell = ofCell?.[pair] ?? 0;
    const counts = ofValue?.[pair] !== column.missing && (where === null || cells.holds[cell] === 1);
    groupOf[pair] = counts ? (cells.groupOf[cell] ?? 0) : cells.groups;
  }
  return { codes, groupOf, groups: cells.groups };
}
