import type { Measure } from '../../../shared/contract/aggregate.ts';
import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { numberColumn } from '../../../shared/row-block-cells.ts';
import { conditionSql } from '../../../etl/dashboards/condition-sql.ts';
import { measuredValue } from '../../../etl/dashboards/measure-sql.ts';
import type { QueryOf } from '../../../etl/dashboards/process-sql.ts';
import { MOST_CONDITIONS, rowCells, type RowCells } from '../../engine/columns/row-cells.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { distinctGroups } from './distinct-groups.ts';
import { facetColumn } from './facet-column.ts';
import { conditionsOf, type MeasureParts } from './measure-parts.ts';
import { measuredGroups } from './measured-groups.ts';

/** Answers `group`. */
export async function group(
  columns: WorkspaceColumns,
  mask: RowMask,
  { by, measures }: QueryOf<'group'>,
): Promise<RowBlock> {
  const parts = presenceCounted(
    measures.map((measure): MeasureParts => ({
      measure,
      value: valueOrThrow(measuredValue(measure)),
      where: measure.where === null ? null : valueOrThrow(conditionSql(measure.where)),
    })),
  );
  // One load for all that is missing.
  await columns.coded([...new Set(parts.flatMap(({ value }) => (value === null ? [] : [value])))]);
  const answers = new Map<Measure, readonly (number | null)[]>();
  const counted = parts.filter(({ value }) => value === null);
  const all = await rowCells(columns, by, []);
  const sizes = folded(all, cellCounts(columns, mask, by, [], all), null, []);
  for (const some of chunksOf(counted)) {
    const wheres = conditionsOf(some);
    const cells = await rowCells(columns, by, wheres);
    const counts = cellCounts(columns, mask, by, wheres, cells);
    for (const { measure, where } of some) answers.set(measure, folded(cells, counts, where, wheres));
  }
  for (const { measure, value, where } of parts)
    if (measure.kind === 'distinct' && value !== null)
      answers.set(measure, await distinctGroups(columns, mask, by, value, where));
  for (const [value, some] of Map.groupBy(
    parts.filter((part) => part.value !== null && part.measure.kind !== 'distinct'),
    (part) => part.value ?? '',
  ))
    for (const chunk of chunksOf(some))
      for (const [measure, answer] of await measuredGroups(columns, mask, by, value, chunk, sizes))
        answers.set(measure, answer);

  const filled = [...sizes.keys()].filter((index) => by.length === 0 || (sizes[index] ?? 0) > 0);
  return {
    rows: filled.length,
    columns: [
      ...by.map((facet, index) => {
        const [coded, codes] = [all.facets[index], all.facetCodes[index]];
        if (coded === undefined || codes === undefined) throw new Error('a facet was not loaded');
        return facetColumn(
          facet,
          coded,
          filled.map((place) => codes[place] ?? coded.missing),
        );
      }),
      ...measures.map((measure) => {
        const answer = answers.get(measure) ?? [];
        return numberColumn(
          measure.name,
          filled.map((place) => answer[place] ?? null),
        );
      }),
    ],
  };
}

/** Where of a value nothing is asked but whether it is there, that is a condition like others: all of them are counted in one pass. */
function presenceCounted(parts: readonly MeasureParts[]): readonly MeasureParts[] {
  const measured = new Set(parts.flatMap(({ measure, value }) => (measure.kind === 'present' ? [] : [value])));
  return parts.map((part) => {
    const { value, where } = part;
    if (value === null || measured.has(value)) return part;
    const isPresent = `(${value}) IS NOT NULL`;
    return { ...part, value: null, where: where === null ? isPresent : `(${where}) AND ${isPresent}` };
  });
}

/** No more conditions together than have a bit. */
function chunksOf(parts: readonly MeasureParts[]): readonly (readonly MeasureParts[])[] {
  const chunks: MeasureParts[][] = [];
  for (let from = 0; from < parts.length; from += MOST_CONDITIONS)
    chunks.push(parts.slice(from, from + MOST_CONDITIONS));
  return chunks;
}

/** How many selected rows are in each cell. */
function cellCounts(
  columns: WorkspaceColumns,
  mask: RowMask,
  by: QueryOf<'group'>['by'],
  wheres: readonly string[],
  { codes, cells }: RowCells,
): Uint32Array {
  if (codes === null) return Uint32Array.of(mask.count);
  const name = `cells ${JSON.stringify([by, wheres])}`;
  return columns.tally(mask, { name, cells: null, codes, width: cells, size: cells });
}

function folded(
  { cells, groups, groupOf, holds }: RowCells,
  counts: Uint32Array,
  where: string | null,
  wheres: readonly string[],
): readonly number[] {
  const sums = Array.from({ length: groups }, () => 0);
  const bit = where === null ? 0 : 1 << wheres.indexOf(where);
  for (let cell = 0; cell < cells; cell += 1) {
    const place = groupOf[cell] ?? 0;
    if (((holds[cell] ?? 0) & bit) === bit) sums[place] = (sums[place] ?? 0) + (counts[cell] ?? 0);
  }
  return sums;
}
