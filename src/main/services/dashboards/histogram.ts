import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { numberColumn } from '../../../shared/row-block-cells.ts';
import { lowerEdge } from '../../../shared/statistics/bin-edges.ts';
import { conditionSql } from '../../../etl/dashboards/condition-sql.ts';
import { valueSql } from '../../../etl/dashboards/measure-sql.ts';
import type { QueryOf } from '../../../etl/dashboards/process-sql.ts';
import { binnedCodes, binsName } from '../../engine/columns/binned-codes.ts';
import { rowCells } from '../../engine/columns/row-cells.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { facetColumn } from './facet-column.ts';

/** Answers `histogram`: every bin, also those without rows; where split, for each part that has rows. */
export async function histogram(
  columns: WorkspaceColumns,
  mask: RowMask,
  query: QueryOf<'histogram'>,
): Promise<RowBlock> {
  const { split } = query;
  const value = valueOrThrow(valueSql(query.column, true));
  const where = query.where === null ? null : valueOrThrow(conditionSql(query.where));
  const { codes, edges } = await binnedCodes(columns, value, where, query);
  const cells = await rowCells(columns, split === null ? [] : [split], []);
  const width = edges.bins + 1;
  const counts = columns.tally(mask, {
    name: `split ${split ?? ''} ${binsName(value, where, edges)}`,
    cells: cells.codes,
    codes,
    width,
    size: cells.cells * width,
  });
  const bins = Array.from({ length: edges.bins }, (_, bin) => bin);
  const filled = Array.from({ length: cells.cells }, (_, cell) => cell).filter(
    (cell) => split === null || bins.some((bin) => (counts[cell * width + bin] ?? 0) > 0),
  );
  const rows = filled.flatMap((cell) => bins.map((bin) => ({ cell, bin, n: counts[cell * width + bin] ?? 0 })));
  const [facet] = cells.facets;
  return {
    rows: rows.length,
    columns: [
      ...(split === null || facet === undefined
        ? []
        : [
            facetColumn(
              split,
              facet,
              rows.map(({ cell }) => cells.facetCodes[0]?.[cell] ?? facet.missing),
              'split',
            ),
          ]),
      numberColumn(
        'from',
        rows.map(({ bin }) => lowerEdge(edges, bin)),
      ),
      numberColumn(
        'to',
        rows.map(({ bin }) => lowerEdge(edges, bin + 1)),
      ),
      numberColumn(
        'n',
        rows.map(({ n }) => n),
      ),
    ],
  };
}
