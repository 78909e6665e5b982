import type { Facet, Measure } from '../../../shared/contract/aggregate.ts';
import type { CodedColumn } from '../../engine/columns/coded-column.ts';
import { rowCells } from '../../engine/columns/row-cells.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { NO_SPREAD, eachGroup, type GroupAnswers } from './each-group.ts';
import { conditionsOf, type MeasureParts } from './measure-parts.ts';
import { pairedGroups } from './paired-groups.ts';

/** Counters beyond this, and beyond the rows, are mostly at 0: only those that occur are kept then. */
const MOST_COUNTERS = 1 << 20;

const SUMMED: ReadonlySet<Measure['kind']> = new Set(['mean', 'sum', 'deviation']);

/** Answers all measures over one value, of every group that has rows by `sizes`. */
export async function measuredGroups(
  columns: WorkspaceColumns,
  mask: RowMask,
  by: readonly Facet[],
  value: string,
  parts: readonly MeasureParts[],
  sizes: readonly number[],
): Promise<GroupAnswers> {
  const [column] = await columns.coded([value]);
  if (column === undefined) throw new Error('a column was not loaded');
  const wheres = conditionsOf(parts);
  const cells = await rowCells(columns, by, wheres);
  const width = column.missing + 1;
  const size = cells.cells * width;
  if (size > Math.max(MOST_COUNTERS, columns.rows)) return pairedGroups(columns, mask, by, value, parts, sizes);
  const counts = columns.tally(mask, {
    name: `values ${JSON.stringify([by, wheres, value])}`,
    cells: cells.codes,
    codes: column.codes,
    width,
    size,
  });
  const values = numbersOf(column);
  /** Without a condition, a group has as many values as rows with one. */
  const valuesIn = (chosen: readonly number[], rows: number): number =>
    chosen.reduce((n, cell) => n - (counts[cell * width + column.missing] ?? 0), rows);
  const needsSum = parts.some(({ measure }) => SUMMED.has(measure.kind));
  return eachGroup(cells, wheres, parts, sizes, (chosen, where, rows) => {
    const [first = 0, ...others] = chosen;
    if (chosen.length === 0) return NO_SPREAD;
    const own = counts.subarray(first * width, first * width + column.missing);
    const n = where === null && !needsSum ? valuesIn(chosen, rows) : null;
    if (others.length === 0) return { values, counts: own, n };
    const sums = own.slice();
    for (const cell of others)
      for (let code = 0; code < column.missing; code += 1)
        sums[code] = (sums[code] ?? 0) + (counts[cell * width + code] ?? 0);
    return { values, counts: sums, n };
  });
}

const NUMBERS_OF_TEXTS = new WeakMap<CodedColumn, Float64Array>();

/** Of texts only their number is asked. */
function numbersOf(column: CodedColumn): Float64Array {
  if (column.kind === 'numbers') return column.values;
  const numbers = NUMBERS_OF_TEXTS.get(column) ?? new Float64Array(column.missing);
  NUMBERS_OF_TEXTS.set(column, numbers);
  return numbers;
}
