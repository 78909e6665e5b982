import { facetSql } from '../../../etl/dashboards/facet-sql.ts';
import type { Facet } from '../../../shared/contract/aggregate.ts';
import type { CodedColumn, Codes } from './coded-column.ts';
import { combinedCodes, type CodePart } from './combined-codes.ts';
import type { WorkspaceColumns } from './workspace-columns.ts';

/** Rows by group and by which of some conditions they meet. A cell is a group with a combination of conditions. */
export interface RowCells {
  /** Cell of each row; null: there is one for all. */
  readonly codes: Codes | null;
  readonly cells: number;
  /** Group of each cell, ascending. */
  readonly groupOf: Uint32Array;
  /** Which conditions hold in each cell: a bit each, in the order in which they were asked for. */
  readonly holds: Uint32Array;
  /** By facet, its code in each group. */
  readonly facetCodes: readonly Uint32Array[];
  readonly facets: readonly CodedColumn[];
  readonly groups: number;
}

/** A bit for each of more conditions than this would not fit. */
export const MOST_CONDITIONS = 30;

/** The cells of facets and conditions (SQL over `transform`) over all rows; groups come in the order of the facets' values. */
export async function rowCells(
  columns: WorkspaceColumns,
  by: readonly Facet[],
  conditions: readonly string[],
): Promise<RowCells> {
  const facets = await columns.coded(by.map((facet) => facetSql(facet).sql));
  const truths = await columns.truths(conditions);
  return columns.kept(
    `cells ${JSON.stringify([by, conditions])}`,
    () => cellsOf(facets, truths),
    ({ codes, cells }) => (codes === null || codes === truths[0] ? 0 : codes.byteLength) + cells * BYTES_OF_CELL,
  );
}

const BYTES_OF_CELL = 24;

function cellsOf(facets: readonly CodedColumn[], truths: readonly Uint8Array[]): RowCells {
  const parts: CodePart[] = [
    ...facets.map(({ codes, missing }) => ({ codes, size: missing + 1 })),
    ...truths.map((codes) => ({ codes, size: 2 })),
  ];
  if (parts.length === 0) {
    const one = Uint32Array.of(0);
    return { codes: null, cells: 1, groupOf: one, holds: one, facetCodes: [], facets, groups: 1 };
  }
  const combined = combinedCodes(parts);
  const ofFacets = combined.parts.slice(0, facets.length);
  const ofTruths = combined.parts.slice(facets.length);
  const groupOf = new Uint32Array(combined.size);
  const firsts: number[] = [];
  for (let cell = 0; cell < combined.size; cell += 1) {
    if (cell === 0 || ofFacets.some((codes) => codes[cell] !== codes[cell - 1])) firsts.push(cell);
    groupOf[cell] = firsts.length - 1;
  }
  return {
    codes: combined.codes,
    cells: combined.size,
    groupOf,
    holds: Uint32Array.from({ length: combined.size }, (_, cell) =>
      ofTruths.reduce((bits, codes, index) => bits | ((codes[cell] ?? 0) << index), 0),
    ),
    facetCodes: ofFacets.map((codes) => Uint32Array.from(firsts, (cell) => codes[cell] ?? 0)),
    facets,
    groups: firsts.length,
  };
}
