import type { Facet, Measure } from '../../../shared/contract/aggregate.ts';
import {
  countedDeviation,
  countedDistinct,
  countedExtremes,
  countedPercentiles,
  countedTotal,
  type CountedTotal,
} from '../../../shared/statistics/counted-values.ts';
import { isTooFarOut } from '../../../etl/dashboards/measure-sql.ts';
import type { CodedColumn } from '../../engine/columns/coded-column.ts';
import { gatheredCodes } from '../../engine/columns/gathered-codes.ts';
import { rowCells, type RowCells } from '../../engine/columns/row-cells.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { conditionsOf, type MeasureParts } from './measure-parts.ts';

type Answers = Map<Measure, readonly (number | null)[]>;

/** Values of a group under a condition: how often each is there. */
interface Spread {
  readonly values: Float64Array;
  readonly counts: Uint32Array;
  /** How many values there are, where that is known and nothing else of their total is asked. */
  readonly n: number | null;
}

/** Counters beyond this would take longer to look through than the rows. */
const MOST_COUNTERS = 1 << 23;

const SUMMED: ReadonlySet<Measure['kind']> = new Set(['mean', 'sum', 'deviation']);

const NO_VALUES = new Float64Array(0);
const NO_COUNTS = new Uint32Array(0);

/** Answers all measures over one value, of every group that has rows by `sizes`. */
export async function measuredGroups(
  columns: WorkspaceColumns,
  mask: RowMask,
  by: readonly Facet[],
  value: string,
  parts: readonly MeasureParts[],
  sizes: readonly number[],
): Promise<Answers> {
  const [column] = await columns.coded([value]);
  if (column === undefined) throw new Error('a column was not loaded');
  const wheres = conditionsOf(parts);
  const cells = await rowCells(columns, by, wheres);
  const width = column.missing + 1;
  const size = cells.cells * width;
  if (size > MOST_COUNTERS) return gatheredAnswers(column, cells, wheres, mask, parts, sizes);
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
    if (chosen.length === 0) return { values: NO_VALUES, counts: NO_COUNTS, n: 0 };
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

const STEADY_DIGITS = 10;

/** As in the figures: the digits after these hold the noise of interpolation. */
export function steady(value: number | null): number | null {
  return value === null || Number.isInteger(value) ? value : Number(value.toPrecision(STEADY_DIGITS));
}

/** Where there would be too many counters: the codes of each cell, sorted. */
function gatheredAnswers(
  column: CodedColumn,
  cells: RowCells,
  wheres: readonly string[],
  mask: RowMask,
  parts: readonly MeasureParts[],
  sizes: readonly number[],
): Answers {
  const gathered = gatheredCodes(column, cells, mask);
  const values = numbersOf(column);
  return eachGroup(cells, wheres, parts, sizes, (chosen) => {
    const { codes, counts } = gathered(chosen);
    return { values: Float64Array.from(codes, (code) => values[code] ?? 0), counts, n: null };
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

function eachGroup(
  { cells, groups, groupOf, holds }: RowCells,
  wheres: readonly string[],
  parts: readonly MeasureParts[],
  sizes: readonly number[],
  spreadOf: (cells: readonly number[], where: string | null, rows: number) => Spread,
): Answers {
  const cellsOf: number[][] = Array.from({ length: groups }, () => []);
  for (let cell = 0; cell < cells; cell += 1) cellsOf[groupOf[cell] ?? 0]?.push(cell);
  const answers = new Map(parts.map(({ measure }) => [measure, Array.from<number | null>({ length: groups })] as const));
  for (const [where, some] of Map.groupBy(parts, (part) => part.where)) {
    const bit = where === null ? 0 : 1 << wheres.indexOf(where);
    const percentiles = some.flatMap(({ measure }) => (measure.kind === 'percentile' ? [measure.at] : []));
    for (let group = 0; group < groups; group += 1) {
      if (sizes[group] === 0 && groups > 1) continue;
      const chosen = (cellsOf[group] ?? []).filter((cell) => ((holds[cell] ?? 0) & bit) === bit);
      const spread = spreadOf(chosen, where, sizes[group] ?? 0);
      const total = spread.n === null ? countedTotal(spread.values, spread.counts) : { n: spread.n, sum: 0 };
      const found = countedPercentiles(spread.values, spread.counts, total.n, percentiles);
      for (const { measure } of some) {
        const answer = answers.get(measure);
        if (answer !== undefined) answer[group] = figureOf(measure, spread, total, found, percentiles);
      }
    }
  }
  return answers;
}

function figureOf(
  measure: Measure,
  { values, counts }: Spread,
  { n, sum }: CountedTotal,
  found: readonly (number | null)[],
  percentiles: readonly number[],
): number | null {
  switch (measure.kind) {
    case 'count':
    case 'present':
      return n;
    case 'distinct':
      return countedDistinct(counts);
    case 'minimum':
      return countedExtremes(values, counts)?.[0] ?? null;
    case 'maximum':
      return countedExtremes(values, counts)?.[1] ?? null;
    case 'mean':
      return n === 0 ? null : steady(sum / n);
    case 'sum':
      return n === 0 ? null : sum;
    case 'deviation':
      return steady(countedDeviation(values, counts, { n, sum }));
    case 'percentile':
      return isTooFarOut(measure.at, n) ? null : steady(found[percentiles.indexOf(measure.at)] ?? null);
  }
}
