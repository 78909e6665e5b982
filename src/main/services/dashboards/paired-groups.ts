import type { Facet } from '../../../shared/contract/aggregate.ts';
import { rowCells } from '../../engine/columns/row-cells.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import { valuePairs } from '../../engine/columns/value-pairs.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { NO_SPREAD, eachGroup, type GroupAnswers } from './each-group.ts';
import type { MeasureParts } from './measure-parts.ts';

/** Answers all measures over one value as `measuredGroups` does, with a counter for each value that a group has at all. */
export async function pairedGroups(
  columns: WorkspaceColumns,
  mask: RowMask,
  by: readonly Facet[],
  value: string,
  parts: readonly MeasureParts[],
  sizes: readonly number[],
): Promise<GroupAnswers> {
  const answers: GroupAnswers = new Map();
  for (const [where, some] of Map.groupBy(parts, (part) => part.where)) {
    const wheres = where === null ? [] : [where];
    const cells = await rowCells(columns, by, wheres);
    const { name, codes, values, starts, ends } = await valuePairs(columns, by, wheres, value);
    const width = values.length;
    const counts = columns.tally(mask, { name, cells: null, codes, width, size: width });
    const found = eachGroup(cells, wheres, some, sizes, ([cell]) => {
      if (cell === undefined) return NO_SPREAD;
      const [from, to] = [starts[cell] ?? 0, ends[cell] ?? 0];
      return { values: values.subarray(from, to), counts: counts.subarray(from, to), n: null };
    });
    for (const [measure, answer] of found) answers.set(measure, answer);
  }
  return answers;
}
